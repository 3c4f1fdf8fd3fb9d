using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Generator.Check;

namespace SiteFactory.Generator.Write;

/// <summary>What a release holds: for each output its fingerprint, its sizes, and what the check needs to know of a page.</summary>
internal sealed class ReleaseManifest
{
    // Raised when the layout below changes; an older manifest is then not understood, and the site is built anew.
    private const int Format = 4;

    // The format, and a fingerprint of the rest: a damaged manifest is not understood either.
    private const int HeaderLength = sizeof(int) + 16;

    public Dictionary<string, ManifestEntry> Entries { get; } = [];

    /// <summary>The plan's fingerprint.</summary>
    public Fingerprint Plan { get; set; }

    /// <summary>Whether precompressed forms were made.</summary>
    public bool Precompressed { get; set; }

    /// <summary>Every single file with what stands for its bytes: the inputs of an output, the content of a bundle's file.</summary>
    public Dictionary<string, BundleFile> Files()
    {
        var files = new Dictionary<string, BundleFile>(Entries.Count);
        foreach (var (path, entry) in Entries)
        {
            if (entry.Bundle.IsEmpty)
                files[path] = new(path, entry.Inputs, entry.Compressed);
            foreach (var file in entry.Bundle)
                files[path + file.Name] = file;
        }
        return files;
    }

    public static ReleaseManifest? TryRead(string path)
    {
        if (!File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < HeaderLength || BinaryPrimitives.ReadInt32LittleEndian(bytes) != Format)
            return null;
        var content = bytes.AsMemory(HeaderLength);
        if (BinaryPrimitives.ReadUInt128LittleEndian(bytes.AsSpan(sizeof(int))) != Fingerprint.Of(content.Span).Value)
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, HeaderLength, content.Length), Encoding.UTF8);
        return Read(reader);
    }

    public byte[] ToBytes()
    {
        var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(new byte[HeaderLength]);
        Write(writer, Plan);
        writer.Write(Precompressed);
        writer.Write(Entries.Count);
        foreach (var (path, entry) in Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            writer.Write(path);
            Write(writer, entry.Inputs);
            writer.Write(entry.Length);
            writer.Write((byte)entry.Compressed);
            PageFacts.Write(writer, entry.Facts);
            writer.Write(entry.Bundle.Length);
            foreach (var file in entry.Bundle)
            {
                writer.Write(file.Name);
                Write(writer, file.Content);
                writer.Write((byte)file.Compressed);
            }
        }
        var bytes = stream.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Format);
        BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(sizeof(int)), Fingerprint.Of(bytes.AsSpan(HeaderLength)).Value);
        return bytes;
    }

    private static ReleaseManifest Read(BinaryReader reader)
    {
        var manifest = new ReleaseManifest { Plan = ReadFingerprint(reader), Precompressed = reader.ReadBoolean() };
        var count = reader.ReadInt32();
        var strings = new SharedStrings();
        for (var i = 0; i < count; i++)
        {
            var path = reader.ReadString();
            manifest.Entries[path] = new(ReadFingerprint(reader), reader.ReadInt64(), (CompressedForms)reader.ReadByte(), PageFacts.Read(reader, strings), ReadBundle(reader));
        }
        return manifest;
    }

    private static ImmutableArray<BundleFile> ReadBundle(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var files = ImmutableArray.CreateBuilder<BundleFile>(count);
        for (var i = 0; i < count; i++)
            files.Add(new(reader.ReadString(), ReadFingerprint(reader), (CompressedForms)reader.ReadByte()));
        return files.MoveToImmutable();
    }

    private static void Write(BinaryWriter writer, Fingerprint value)
    {
        writer.Write((ulong)(value.Value >> 64));
        writer.Write((ulong)value.Value);
    }

    private static Fingerprint ReadFingerprint(BinaryReader reader)
    {
        var high = reader.ReadUInt64();
        return new(new UInt128(high, reader.ReadUInt64()));
    }
}

/// <summary>Which precompressed files stand beside an output.</summary>
[Flags]
internal enum CompressedForms : byte
{
    None = 0,
    Gzip = 1,
    Brotli = 2,
}

/// <param name="Length">Bytes, uncompressed.</param>
/// <param name="Bundle">The files of a bundle; empty for a single file.</param>
internal sealed record ManifestEntry(Fingerprint Inputs, long Length, CompressedForms Compressed, PageFacts? Facts, ImmutableArray<BundleFile> Bundle);

/// <param name="Name">From the bundle's folder.</param>
/// <param name="Content">Of its bytes.</param>
internal readonly record struct BundleFile(string Name, Fingerprint Content, CompressedForms Compressed);
