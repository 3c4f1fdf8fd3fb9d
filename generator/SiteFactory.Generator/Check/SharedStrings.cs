using System.Text;

namespace SiteFactory.Generator.Check;

/// <summary>
/// Equal texts as one string: the pages of a site have most links and anchors in common, and what is known of pages is kept.
/// Lives as long as one reading or writing of a site, so that it forgets what nobody uses any more.
/// </summary>
internal sealed class SharedStrings
{
    private const int Longest = 512;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The text.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
            return Encoding.UTF8.GetString(utf8);
        Span<char> characters = stackalloc char[Longest];
        return Of(characters[..Encoding.UTF8.GetChars(utf8, characters)]);
    }

    /// <summary>The text.</summary>
    public string Of(string text)
    {
        if (_known.TryGetValue(text, out var same))
            return same;
        _known.Add(text);
        return text;
    }

    private string Of(ReadOnlySpan<char> text) =>
        _known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var same) ? same : Of(text.ToString());
}
