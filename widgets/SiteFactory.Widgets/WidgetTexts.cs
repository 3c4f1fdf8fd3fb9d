using SiteFactory.Content.Texts;

namespace SiteFactory.Widgets;

/// <summary>French words that all directives share.</summary>
internal static class WidgetTexts
{
    private static readonly TextResource Texts = new("SiteFactory.Widgets.WidgetTexts", typeof(WidgetTexts).Assembly);

    /// <summary>The words of one directive: <c>Texts.resx</c> in its folder.</summary>
    public static TextResource In(string folder) => new($"SiteFactory.Widgets.{folder}.Texts", typeof(WidgetTexts).Assembly);

    public static string Get(string name) => Texts[name];

    public static string Format(string name, params object[] values) => Texts.Format(name, values);
}
