using System.Collections.Immutable;
using System.Text;

namespace SiteFactory.Cms.Features.Items;

/// <summary>What people typed, made fit to be stored: no characters that databases or browsers choke on.</summary>
public static class Typed
{
    /// <summary>One line, trimmed; null when nothing is left.</summary>
    public static string? Line(string? text) =>
        Clean(text, keepLines: false).Trim() is { Length: > 0 } line ? line : null;

    /// <summary>Several lines with line feeds between them.</summary>
    public static string Block(string? text) => Clean(text?.ReplaceLineEndings("\n"), keepLines: true);

    /// <summary>One value a line; empty lines are left out.</summary>
    public static ImmutableArray<string> Lines(string? text) =>
        [.. Block(text).Split('\n').Select(Line).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>One value a line, as a field shows it.</summary>
    public static string? Joined(ImmutableArray<string> values) => values.IsDefaultOrEmpty ? null : string.Join('\n', values);

    private static string Clean(string? text, bool keepLines)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || (keepLines && rune.Value is '\n' or '\t'))
                clean.Append(rune);
            else if (!keepLines)
                clean.Append(' ');
        }
        return clean.ToString();
    }
}
