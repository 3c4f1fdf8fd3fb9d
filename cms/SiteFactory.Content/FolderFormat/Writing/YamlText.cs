using System.Buffers;
using System.Globalization;
using System.Text;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>Writes a scalar so that any YAML reader, of 1.1 or 1.2, gives the same text back.</summary>
internal static class YamlText
{
    private static readonly SearchValues<char> PlainPunctuation = SearchValues.Create(" .-_/+()'’\u00a0");

    /// <summary>Words that some readers take for something else than text.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase)
        { "true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf" };

    /// <summary>The text plain when nothing could be read into it, in double quotes otherwise.</summary>
    public static string Scalar(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>The text in double quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (c == '\n')
                quoted.Append("\\n");
            else if (NeedsEscape(c))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                quoted.Append(c);
        }
        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsLetter(text[0]) && text[^1] != ' ' && !Taken.Contains(text)
        && text.All(c => char.IsLetterOrDigit(c) || PlainPunctuation.Contains(c));

    /// <summary>Controls, line and paragraph separators, byte order marks and non-characters.</summary>
    private static bool NeedsEscape(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff';
}
