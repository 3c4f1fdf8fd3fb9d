using System.Text;

namespace SiteFactory.Generator.Render;

/// <summary>A text writer that keeps what is written as UTF-8, in a buffer that is used again.</summary>
internal sealed class Utf8TextWriter : TextWriter
{
    private byte[] _bytes = new byte[64 * 1024];
    private int _length;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>What was written since the last <see cref="Clear"/>; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(buffer.Length));
        _length += Encoding.UTF8.GetBytes(buffer, _bytes.AsSpan(_length));
    }

    /// <summary>Appends bytes that are UTF-8 already.</summary>
    public void WriteUtf8(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
    }
}
