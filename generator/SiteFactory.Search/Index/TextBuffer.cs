using System.Text;

namespace SiteFactory.Search.Index;

/// <summary>Text being written, as UTF-8. Used for file after file.</summary>
internal sealed class TextBuffer
{
    private byte[] _bytes = new byte[8192];

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Some of the bytes, until more are written.</summary>
    public ReadOnlySpan<byte> Slice(int start, int length) => _bytes.AsSpan(0, Length).Slice(start, length);

    public byte[] ToArray() => _bytes.AsSpan(0, Length).ToArray();

    public TextBuffer Append(string text) => Append(text.AsSpan());

    public TextBuffer Append(ReadOnlySpan<char> text)
    {
        MakeRoom(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
        return this;
    }

    /// <summary>Appends an ASCII character.</summary>
    public TextBuffer Append(char ascii)
    {
        MakeRoom(1);
        _bytes[Length++] = (byte)ascii;
        return this;
    }

    public TextBuffer Append(ReadOnlySpan<byte> text)
    {
        MakeRoom(text.Length);
        text.CopyTo(_bytes.AsSpan(Length));
        Length += text.Length;
        return this;
    }

    public void Clear() => Length = 0;

    private void MakeRoom(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(Length + count, _bytes.Length * 2));
    }
}
