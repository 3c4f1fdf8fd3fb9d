using SiteFactory.Content.Texts;

namespace SiteFactory.Content.Bodies;

/// <summary>Something wrong in a body's text, in French, for the person who writes it.</summary>
/// <param name="Code">Kebab-case; also the name of its sentences in <c>BodyTexts.resx</c>.</param>
/// <param name="Line">1-based, from the body's first line.</param>
/// <param name="Cure">How to mend it.</param>
public sealed record BodyIssue(string Code, bool IsError, int Line, string Message, string Cure)
{
    private static readonly TextResource Texts = new("SiteFactory.Content.Bodies.BodyTexts");

    internal static BodyIssue Error(string code, int line, params object[] values) => Of(code, true, line, values);

    internal static BodyIssue Warning(string code, int line, params object[] values) => Of(code, false, line, values);

    internal static string Word(string name) => Texts[name];

    private static BodyIssue Of(string code, bool isError, int line, object[] values) =>
        new(code, isError, line, Texts.Format(code + ".message", values), Texts.Format(code + ".cure", values));
}
