using System.Buffers;

namespace SiteFactory.Generator.Write.Compression;

/// <summary>A rented buffer that a stream can write to; what does not fit is dropped, and remembered.</summary>
internal sealed class BoundedBuffer(int length) : Stream
{
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(length);
    private int _written;
    private bool _overflowed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position { get => _written; set => throw new NotSupportedException(); }

    /// <summary>Copies what was written; 0 when it did not all fit.</summary>
    public int CopyTo(Span<byte> destination)
    {
        if (_overflowed)
            return 0;
        _bytes.AsSpan(0, _written).CopyTo(destination);
        return _written;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _overflowed |= buffer.Length > length - _written;
        if (_overflowed)
            return;
        buffer.CopyTo(_bytes.AsSpan(_written));
        _written += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            ArrayPool<byte>.Shared.Return(_bytes);
        base.Dispose(disposing);
    }
}
