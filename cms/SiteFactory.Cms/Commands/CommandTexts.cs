using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Commands;

/// <summary>What the command line says, in French.</summary>
internal static class CommandTexts
{
    private static readonly TextResource Texts = new("SiteFactory.Cms.Commands.CommandTexts", typeof(CommandTexts).Assembly);

    public static string Get(string name) => Texts[name];

    public static string Format(string name, params object[] values) => string.Format(SharedTexts.French, Texts[name], values);
}
