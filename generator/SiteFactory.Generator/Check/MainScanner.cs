using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Text;

namespace SiteFactory.Generator.Check;

/// <summary>
/// Reads the main part of a page that our own renderer wrote: every attribute quoted, every tag closed. One pass, no tree:
/// parsing 20,000 pages into documents would cost more than rendering them. Tests hold it against AngleSharp.
/// </summary>
internal sealed class MainScanner
{
    private static readonly SearchValues<byte> NameEnd = SearchValues.Create(" \t\n\r/>"u8);
    private static readonly SearchValues<byte> AttributeNameEnd = SearchValues.Create("= \t\n\r>"u8);

    private readonly List<string> _links = [];
    private readonly List<string> _anchors = [];
    private readonly List<PageProblem> _problems = [];
    private readonly HashSet<string> _seen = [];
    private readonly SharedStrings _strings = new();
    private int _heading;

    /// <summary>What the page links to and what is wrong with it.</summary>
    public (PageFacts Facts, ImmutableArray<PageProblem> Problems) Scan(ReadOnlySpan<byte> html)
    {
        _links.Clear();
        _anchors.Clear();
        _problems.Clear();
        _seen.Clear();
        _heading = 0;
        while (true)
        {
            var open = html.IndexOf((byte)'<');
            if (open < 0 || open + 1 >= html.Length)
                break;
            html = html[(open + 1)..];
            if (html.StartsWith("!--"u8))
            {
                var close = html.IndexOf("-->"u8);
                html = close < 0 ? [] : html[(close + 3)..];
                continue;
            }
            if (!char.IsAsciiLetter((char)html[0]))
                continue;
            var end = html.IndexOfAny(NameEnd);
            if (end < 0)
                break;
            html = Element(html[..end], html[end..]);
        }
        return (new([.. _links], [.. _anchors]), [.. _problems]);
    }

    private ReadOnlySpan<byte> Element(ReadOnlySpan<byte> name, ReadOnlySpan<byte> rest)
    {
        rest = Attributes(rest, name, out var attributes);
        if (name.SequenceEqual("a"u8) && attributes.Href is { } href && IsInside(href))
            _links.Add(href);
        else if (name.SequenceEqual("img"u8) && !attributes.HasAlt)
            _problems.Add(new(PageProblemKind.PictureWithoutText, attributes.Src ?? ""));
        else if (name.Length == 2 && name[0] == 'h' && name[1] is >= (byte)'1' and <= (byte)'6')
            Heading(name[1] - '0');
        if (attributes.Id is { } id)
        {
            if (_seen.Add(id))
                _anchors.Add(id);
            else
                _problems.Add(new(PageProblemKind.DuplicateId, id));
        }
        return rest;
    }

    private void Heading(int level)
    {
        if (level > _heading + 1)
            _problems.Add(new(PageProblemKind.HeadingSkipped, $"h{_heading} → h{level}"));
        _heading = level;
    }

    private ReadOnlySpan<byte> Attributes(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> element, out ImportantAttributes found)
    {
        found = default;
        while (true)
        {
            var start = rest.IndexOfAnyExcept(" \t\n\r/"u8);
            if (start < 0)
                return [];
            rest = rest[start..];
            if (rest[0] == '>')
                return rest[1..];
            var nameEnd = rest.IndexOfAny(AttributeNameEnd);
            if (nameEnd < 0)
                return [];
            var name = rest[..nameEnd];
            rest = rest[nameEnd..];
            if (rest[0] != '=')
            {
                found.HasAlt |= name.SequenceEqual("alt"u8);
                continue;
            }
            if (rest.Length < 2 || rest[1] != '"')
                throw new InvalidOperationException($"The theme wrote an attribute without quotes in <{Encoding.UTF8.GetString(element)}>.");
            rest = rest[2..];
            var valueEnd = rest.IndexOf((byte)'"');
            found.Set(name, rest[..valueEnd], _strings);
            rest = rest[(valueEnd + 1)..];
        }
    }

    // Inside: an absolute path of this site, or an anchor of this page. "//host" is another site.
    private static bool IsInside(string href) =>
        href.StartsWith('#') ? href.Length > 1 : href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal);

    private struct ImportantAttributes
    {
        public string? Href;
        public string? Src;
        public string? Id;
        public bool HasAlt;

        public void Set(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value, SharedStrings strings)
        {
            if (name.SequenceEqual("href"u8))
                Href = Text(value, strings);
            else if (name.SequenceEqual("src"u8))
                Src = Text(value, strings);
            else if (name.SequenceEqual("id"u8))
                Id = Text(value, strings);
            else if (name.SequenceEqual("alt"u8))
                HasAlt = true;
        }

        private static string Text(ReadOnlySpan<byte> value, SharedStrings strings)
        {
            var text = strings.Of(value);
            return text.Contains('&') ? WebUtility.HtmlDecode(text) : text;
        }
    }
}

/// <summary>What can be wrong inside one page.</summary>
internal enum PageProblemKind
{
    PictureWithoutText,
    DuplicateId,
    HeadingSkipped,
}

/// <param name="Detail">The picture's address, the id, or the two heading levels.</param>
internal readonly record struct PageProblem(PageProblemKind Kind, string Detail);
