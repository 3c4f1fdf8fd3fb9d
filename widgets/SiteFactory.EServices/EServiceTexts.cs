using SiteFactory.Content.Texts;

namespace SiteFactory.EServices;

/// <summary>The French words of this project: <c>EServiceTexts.resx</c>.</summary>
internal static class EServiceTexts
{
    private static readonly TextResource Texts = new("SiteFactory.EServices.EServiceTexts", typeof(EServiceTexts).Assembly);

    public static string Get(string name) => Texts[name];

    public static string Format(string name, params object[] values) => Texts.Format(name, values);
}
