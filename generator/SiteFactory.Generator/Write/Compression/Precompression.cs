using System.Buffers.Binary;
using System.Collections.Frozen;
using System.IO.Compression;
using System.IO.Hashing;
using System.Numerics;

namespace SiteFactory.Generator.Write.Compression;

/// <summary>How long a file will be served for, which is what its compression is worth.</summary>
public enum CompressionEffort
{
    /// <summary>Pages and data: made again with every change.</summary>
    Page,

    /// <summary>Files with a fingerprint in their name: made once, served for months.</summary>
    Asset,
}

/// <summary>
/// Compresses files ahead, so that a server only reads them. Pure: the same bytes give the same bytes, with no date and no
/// name inside. The levels were measured: docs/performance.md.
/// </summary>
public static class Precompression
{
    /// <summary>Under this a response fits in one packet anyway.</summary>
    public const int SmallestLength = 1024;

    // A compressed file that saves less than this share is not worth a second file.
    private const double LeastSaving = 0.05;

    private const int GzipHeader = 10;
    private const int GzipTrailer = 8;

    private static readonly FrozenSet<string> TextExtensions = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".txt", ".ics", ".geojson", ".webmanifest", ".csv", ".vtt", ".bin", ".ico");

    /// <summary>Whether a file of that name and length is compressed ahead.</summary>
    public static bool Applies(string path, long length) =>
        length >= SmallestLength && length < int.MaxValue && TextExtensions.Contains(Path.GetExtension(path));

    /// <summary>Files whose name holds their fingerprint get the greater effort.</summary>
    public static CompressionEffort EffortFor(string path) =>
        path.StartsWith("assets/", StringComparison.Ordinal) ? CompressionEffort.Asset : CompressionEffort.Page;

    /// <summary>The most bytes that a compressed form of that many may take to be worth keeping: the size of the destination to give.</summary>
    public static int LargestUseful(int length) => (int)(length * (1 - LeastSaving));

    /// <summary>Brotli; returns the bytes written, or 0 when the destination is too small, which means "not worth it".</summary>
    public static int Brotli(ReadOnlySpan<byte> source, Span<byte> destination, CompressionEffort effort)
    {
        var quality = effort == CompressionEffort.Asset ? 11 : 5;
        return BrotliEncoder.TryCompress(source, destination, out var written, quality, WindowFor(source.Length)) ? written : 0;
    }

    /// <summary>gzip without date, name or system; returns the bytes written, or 0 as <see cref="Brotli"/>.</summary>
    public static int Gzip(ReadOnlySpan<byte> source, Span<byte> destination, CompressionEffort effort)
    {
        if (destination.Length <= GzipHeader + GzipTrailer)
            return 0;
        var deflated = Deflate(source, destination[GzipHeader..^GzipTrailer], effort == CompressionEffort.Asset ? 9 : 6);
        if (deflated == 0)
            return 0;
        ReadOnlySpan<byte> header = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255];
        header.CopyTo(destination);
        var trailer = destination.Slice(GzipHeader + deflated, GzipTrailer);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, Crc32.HashToUInt32(source));
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)source.Length);
        return GzipHeader + deflated + GzipTrailer;
    }

    private static int Deflate(ReadOnlySpan<byte> source, Span<byte> destination, int level)
    {
        using var room = new BoundedBuffer(destination.Length);
        using (var deflate = new DeflateStream(room, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true))
            deflate.Write(source);
        return room.CopyTo(destination);
    }

    // The window of Brotli costs memory and time; a page needs no more than its own length (RFC 7932: 10 to 24 bits).
    private static int WindowFor(int length) => Math.Clamp(BitOperations.Log2((uint)length) + 1, 10, 22);
}
