using System.Buffers;
using SiteFactory.Content.Bodies.Writing;

namespace SiteFactory.Content.Bodies.Typography;

/// <summary>
/// Writes text as French printers set it (Imprimerie nationale): ’ for ', « » with their spaces, a thin space before
/// ; ! ?, a no-break space before : and units, … and –. Encodes for HTML in the same pass. Keeps what stood before, so that
/// a sentence may be cut by emphasis or links; never given code or addresses.
/// </summary>
internal sealed class FrenchTypography(CharBuffer output)
{
    public const char NoBreak = '\u00a0';
    public const char Thin = '\u202f';
    private static readonly SearchValues<char> Special = SearchValues.Create("'\"«»;!?:%€.-&<>0123456789°");
    private char _before;
    private bool _quoteOpen;

    /// <summary>Whether characters are written for HTML; false for plain text.</summary>
    public bool Encode { get; init; } = true;

    /// <summary>Plain text as it should be set.</summary>
    public static string Apply(string text)
    {
        using var buffer = new CharBuffer();
        new FrenchTypography(buffer) { Encode = false }.Write(text);
        return buffer.Take();
    }

    /// <summary>A new block: nothing stands before.</summary>
    public void Reset()
    {
        _before = '\0';
        _quoteOpen = false;
    }

    /// <summary>Something that is not text was written: code, a picture, a line break.</summary>
    public void Skip(char standsFor) => _before = standsFor;

    public void Write(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var plain = text[at..].IndexOfAny(Special);
            if (plain < 0)
                plain = text.Length - at;
            if (plain > 0)
            {
                output.Append(text.Slice(at, plain));
                at += plain;
                _before = text[at - 1];
            }
            if (at < text.Length)
                at += Sign(text, at);
        }
    }

    /// <summary>Writes the sign at a place, and what belongs to it; the number of characters read.</summary>
    private int Sign(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        switch (c)
        {
            case '\'':
                return Put('’');
            case '"':
                return Quote(text, at);
            case '«':
                return OpenQuote(text, at);
            case '»':
                SpaceBefore(NoBreak, always: _before != NoBreak && _before != '\0');
                _quoteOpen = false;
                return Put(c);
            case ';' or '!' or '?':
                SpaceBefore(Thin, IsWord(_before) && EndsWord(text, at));
                return Put(c);
            case ':':
                SpaceBefore(NoBreak, IsWord(_before) && EndsWord(text, at));
                return Put(c);
            case '%' or '€':
                SpaceBefore(NoBreak, char.IsAsciiDigit(_before));
                return Put(c);
            case '°':
                return Degree(text, at);
            case '.':
                return Dots(text, at);
            case '-':
                return Dash(text, at);
            case '&' or '<' or '>':
                return Escape(c);
            default:
                return Digits(text, at);
        }
    }

    private int Put(char c, int read = 1)
    {
        output.Append(c);
        _before = c;
        return read;
    }

    /// <summary>Turns the space before into the one that belongs there, or puts it.</summary>
    private void SpaceBefore(char space, bool always)
    {
        if (_before == ' ' && output.Last == ' ')
            output.Last = space;
        else if (always)
            output.Append(space);
    }

    private int Quote(ReadOnlySpan<char> text, int at)
    {
        if (_quoteOpen)
        {
            SpaceBefore(NoBreak, always: true);
            _quoteOpen = false;
            return Put('»');
        }
        if (_before is not '\0' and not '’' and not '(' and not '[' && !char.IsWhiteSpace(_before))
        {
            output.Append(Encode ? "&quot;" : "\"");
            _before = '"';
            return 1;
        }
        return OpenQuote(text, at);
    }

    private int OpenQuote(ReadOnlySpan<char> text, int at)
    {
        _quoteOpen = true;
        output.Append('«');
        Put(NoBreak);
        return at + 1 < text.Length && text[at + 1] is ' ' or NoBreak or Thin ? 2 : 1;
    }

    private int Dots(ReadOnlySpan<char> text, int at)
    {
        const int Ellipsis = 3;
        var dots = text[at..].IndexOfAnyExcept('.');
        if (dots < 0)
            dots = text.Length - at;
        if (dots == Ellipsis)
            return Put('…', Ellipsis);
        if (dots == 1 && _before == 'M' && at + 2 < text.Length && text[at + 1] == ' ' && char.IsUpper(text[at + 2]))
        {
            output.Append('.');
            return Put(NoBreak, 2);
        }
        output.Append(text.Slice(at, dots));
        _before = '.';
        return dots;
    }

    private int Degree(ReadOnlySpan<char> text, int at)
    {
        SpaceBefore(NoBreak, always: false);
        Put('°');
        var numero = at + 2 < text.Length && text[at + 1] == ' ' && char.IsAsciiDigit(text[at + 2]);
        return numero ? Put(NoBreak, 2) : 1;
    }

    private int Dash(ReadOnlySpan<char> text, int at)
    {
        var dashes = text[at..].IndexOfAnyExcept('-');
        if (dashes < 0)
            dashes = text.Length - at;
        var next = at + dashes < text.Length ? text[at + dashes] : ' ';
        switch (dashes)
        {
            case 1 when _before == ' ' && next == ' ':
            case 2:
                return Put('–', dashes);
            case 3:
                return Put('—', dashes);
            default:
                output.Append(text.Slice(at, dashes));
                _before = '-';
                return dashes;
        }
    }

    private int Escape(char c)
    {
        if (Encode)
            output.Append(c switch { '&' => "&amp;", '<' => "&lt;", _ => "&gt;" });
        else
            output.Append(c);
        _before = c;
        return 1;
    }

    /// <summary>A number, and the space after it when a unit or more digits follow.</summary>
    private int Digits(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAnyExceptInRange('0', '9');
        if (length < 0)
            length = text.Length - at;
        output.Append(text.Slice(at, length));
        _before = text[at + length - 1];
        var after = text[(at + length)..];
        if (after.Length < 2 || after[0] != ' ' || Units.SpaceBefore(length, after[1..]) is not { } space)
            return length;
        Put(space);
        if (after.Length < 4 || after[1] != 'h' || after[2] != ' ' || !char.IsAsciiDigit(after[3]))
            return length + 1;
        output.Append('h');
        return length + Put(NoBreak, 3);
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is ')' or '»' or '…' or '”';

    private static bool EndsWord(ReadOnlySpan<char> text, int at) =>
        at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]) || text[at + 1] is ')' or '»' or '"';
}
