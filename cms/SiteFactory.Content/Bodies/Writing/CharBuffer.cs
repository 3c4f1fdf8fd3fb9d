using System.Buffers;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>Growing text on a pooled array.</summary>
internal sealed class CharBuffer : IDisposable
{
    private char[] _chars = ArrayPool<char>.Shared.Rent(8192);

    public int Length { get; private set; }

    /// <summary>The last character, or NUL.</summary>
    public char Last
    {
        get => Length == 0 ? '\0' : _chars[Length - 1];
        set => _chars[Length - 1] = value;
    }

    public ReadOnlySpan<char> Text => _chars.AsSpan(0, Length);

    public void Append(char c)
    {
        if (Length == _chars.Length)
            Grow(1);
        _chars[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (_chars.Length - Length < text.Length)
            Grow(text.Length);
        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    public void RemoveLast() => Length--;

    /// <summary>The text, which the buffer then forgets.</summary>
    public string Take()
    {
        var text = new string(_chars, 0, Length);
        Length = 0;
        return text;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_chars);
        _chars = [];
    }

    private void Grow(int by)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, Length + by));
        Text.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_chars);
        _chars = larger;
    }
}
