using System.Buffers;
using System.Text;
using NodaTime;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>
/// Writes content lines of RFC 5545 as UTF-8: escaped, folded at 75 octets between characters, ended by CR LF. It writes
/// into the buffer that the caller gives and keeps, and allocates nothing.
/// </summary>
internal ref struct IcsWriter(IBufferWriter<byte> output)
{
    private const int MaxOctets = 75;

    // Printable ASCII that needs no escape: copied in runs.
    private static readonly SearchValues<char> Ordinary =
        SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(c => (char)c).Except(['\\', ';', ','])]);

    private Span<byte> _span = default;
    private int _used = 0;
    private int _column = 0;

    /// <summary>Whole lines, as they are.</summary>
    public void Lines(ReadOnlySpan<byte> lines)
    {
        Reserve(lines.Length);
        lines.CopyTo(_span[_used..]);
        _used += lines.Length;
    }

    /// <summary>A line of a name and a text.</summary>
    public void Line(ReadOnlySpan<byte> name, string text)
    {
        Name(name);
        Text(text);
        End();
    }

    /// <summary>A line of a name and a value that is not escaped: an address.</summary>
    public void Plain(ReadOnlySpan<byte> name, string value)
    {
        Name(name);
        Value(value);
        End();
    }

    /// <summary>Begins a line: name, parameters and colon, in ASCII.</summary>
    public void Name(ReadOnlySpan<byte> name)
    {
        while (!name.IsEmpty)
        {
            Fold(1);
            var size = Math.Min(name.Length, MaxOctets - _column);
            Reserve(size);
            name[..size].CopyTo(_span[_used..]);
            Advance(size);
            name = name[size..];
        }
    }

    /// <summary>A value of type TEXT.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        for (var rune = Run(ref text); rune is { } special; rune = Run(ref text))
        {
            if (special.Value is '\\' or ';' or ',')
                Escape((byte)special.Value);
            else if (special.Value == '\n')
                Escape((byte)'n');
            else
                Put(special);
        }
    }

    /// <summary>A value that needs no escape.</summary>
    public void Value(ReadOnlySpan<char> value)
    {
        for (var rune = Run(ref value); rune is { } special; rune = Run(ref value))
            Put(special);
    }

    /// <summary>One character.</summary>
    public void Ascii(byte octet)
    {
        Fold(1);
        _span[_used] = octet;
        Advance(1);
    }

    /// <summary><c>20270630</c>.</summary>
    public void Date(LocalDate date)
    {
        Digits(date.Year, 1000);
        Digits(date.Month, 10);
        Digits(date.Day, 10);
    }

    /// <summary><c>20270630T180000</c>.</summary>
    public void Time(LocalDateTime time)
    {
        Date(time.Date);
        Ascii((byte)'T');
        Digits(time.Hour, 10);
        Digits(time.Minute, 10);
        Digits(time.Second, 10);
    }

    /// <summary><c>20270630T160000Z</c>.</summary>
    public void Moment(Instant moment)
    {
        Time(moment.InUtc().LocalDateTime);
        Ascii((byte)'Z');
    }

    /// <summary>Ends the line.</summary>
    public void End()
    {
        Reserve(2);
        _span[_used++] = (byte)'\r';
        _span[_used++] = (byte)'\n';
        _column = 0;
    }

    /// <summary>Hands what was written to the caller's buffer. Nothing may be written after it.</summary>
    public void Flush()
    {
        output.Advance(_used);
        _used = 0;
        _span = default;
    }

    // Copies what is ordinary and gives the character that stopped it, or null at the end.
    private Rune? Run(ref ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(Ordinary);
        var run = length < 0 ? text : text[..length];
        text = text[run.Length..];
        while (!run.IsEmpty)
        {
            Fold(1);
            var size = Math.Min(run.Length, MaxOctets - _column);
            Reserve(size);
            System.Text.Ascii.FromUtf16(run[..size], _span[_used..], out _);
            Advance(size);
            run = run[size..];
        }
        if (text.IsEmpty)
            return null;
        Rune.DecodeFromUtf16(text, out var rune, out var consumed);
        text = text[consumed..];
        return rune;
    }

    private void Advance(int size)
    {
        _used += size;
        _column += size;
    }

    private void Escape(byte octet)
    {
        Fold(2);
        _span[_used++] = (byte)'\\';
        _span[_used++] = octet;
        _column += 2;
    }

    // Control characters cannot stand in a calendar; a tab can.
    private void Put(Rune rune)
    {
        if ((rune.Value < 0x20 && rune.Value != '\t') || rune.Value == 0x7F)
            return;
        Fold(rune.Utf8SequenceLength);
        Advance(rune.EncodeToUtf8(_span[_used..]));
    }

    private void Digits(int number, int highest)
    {
        for (var place = highest; place > 0; place /= 10)
            Ascii((byte)('0' + (number / place % 10)));
    }

    private void Fold(int size)
    {
        Reserve(size + 3);
        if (_column + size <= MaxOctets)
            return;
        _span[_used++] = (byte)'\r';
        _span[_used++] = (byte)'\n';
        _span[_used++] = (byte)' ';
        _column = 1;
    }

    private void Reserve(int size)
    {
        if (_span.Length - _used >= size)
            return;
        output.Advance(_used);
        _used = 0;
        _span = output.GetSpan(Math.Max(size, 2048));
    }
}
