using System.Globalization;
using SiteFactory.Content.Texts;

namespace SiteFactory.Serving;

/// <summary>What the list of sites says, in French.</summary>
internal static class ServingTexts
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly TextResource Texts = new("SiteFactory.Serving.ServingTexts", typeof(ServingTexts).Assembly);

    public static string Format(string name, params object[] values) => string.Format(French, Texts[name], values);

    /// <summary>A number and its noun: in French the plural starts at two.</summary>
    public static string Count(string noun, long count) => Format(count < 2 ? noun + "One" : noun + "Many", count);
}
