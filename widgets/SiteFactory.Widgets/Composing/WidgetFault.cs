using SiteFactory.Content.Texts;
using SiteFactory.Theming.Bodies;

namespace SiteFactory.Widgets.Composing;

/// <summary>Makes faults from their sentences: <c>code.message</c> and <c>code.cure</c> of a resource file.</summary>
internal static class WidgetFault
{
    public static BodyFault Error(string code, int line, params object[] values) =>
        new(code, true, line, WidgetTexts.Format(code + ".message", values), WidgetTexts.Format(code + ".cure", values));

    public static BodyFault Warning(string code, int line, params object[] values) => Error(code, line, values) with { IsError = false };

    public static BodyFault Error(TextResource texts, string code, int line, params object[] values) =>
        new(code, true, line, texts.Format(code + ".message", values), texts.Format(code + ".cure", values));
}
