using SiteFactory.Content.Texts;

namespace SiteFactory.Generator.Plan.Everyday;

/// <summary>The French words of everyday services.</summary>
internal static class EverydayTexts
{
    private static readonly TextResource Texts = new("SiteFactory.Generator.Plan.Everyday.EverydayTexts", typeof(EverydayTexts).Assembly);

    public static string Get(string name) => Texts[name];

    public static string Format(string name, params object[] values) => Texts.Format(name, values);
}
