using System.Buffers;
using System.Collections.Concurrent;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Write.Compression;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator.Write;

/// <summary>Compressed forms of files that several sites publish alike, so that each is compressed once.</summary>
internal sealed class CompressionMemory
{
    private readonly ConcurrentDictionary<Fingerprint, (byte[]? Gzip, byte[]? Brotli)> _forms = new();

    public (byte[]? Gzip, byte[]? Brotli) GetOrAdd(ReadOnlySpan<byte> bytes, CompressionEffort effort)
    {
        var key = Fingerprint.Of(bytes);
        return _forms.TryGetValue(key, out var forms) ? forms : _forms[key] = (Form(bytes, effort, brotli: false), Form(bytes, effort, brotli: true));
    }

    private static byte[]? Form(ReadOnlySpan<byte> bytes, CompressionEffort effort, bool brotli)
    {
        var room = new byte[Precompression.LargestUseful(bytes.Length)];
        var written = brotli ? Precompression.Brotli(bytes, room, effort) : Precompression.Gzip(bytes, room, effort);
        return written == 0 ? null : room[..written];
    }
}

/// <summary>Where bytes come from and in which forms they are written.</summary>
/// <param name="compressed">Null: no precompressed forms.</param>
internal sealed class OutputWriter(IMediaStore media, IPictureEncoder encoder, CompressionMemory? compressed)
{
    private TouchedFiles? _touched;

    public bool Precompresses => compressed is not null;

    public IPictureEncoder Encoder => encoder;

    public IMediaStore Media => media;

    /// <summary>Notes from now on what is written.</summary>
    public void Note(TouchedFiles touched) => _touched = touched;

    /// <summary>Writes a file and, where it pays, its compressed forms.</summary>
    /// <param name="name">The output's path, which says what kind of file it is.</param>
    /// <param name="shared">Several sites write these bytes: remember the compressed forms.</param>
    public CompressedForms Save(string path, string name, ReadOnlySpan<byte> bytes, bool shared = false)
    {
        Create(path, bytes);
        if (compressed is null || !Precompression.Applies(name, bytes.Length))
            return CompressedForms.None;
        return shared ? SaveRemembered(path, name, bytes) : SaveForms(path, name, bytes);
    }

    /// <summary>Copies a media file as it is.</summary>
    public long Copy(MediaItem item, string path)
    {
        using var source = media.OpenRead(item);
        using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        source.CopyTo(target);
        _touched?.Wrote(path);
        return target.Length;
    }

    /// <summary>A second name for a file of the cache, or a copy where the file system cannot.</summary>
    public long Link(string existing, string path)
    {
        if (!Posix.TryLink(existing, path))
            File.Copy(existing, path);
        _touched?.Wrote(path);
        return new FileInfo(path).Length;
    }

    private CompressedForms SaveRemembered(string path, string name, ReadOnlySpan<byte> bytes)
    {
        var forms = compressed!.GetOrAdd(bytes, Precompression.EffortFor(name));
        var written = CompressedForms.None;
        if (forms.Gzip is { } gzip)
        {
            Create(path + ".gz", gzip);
            written |= CompressedForms.Gzip;
        }
        if (forms.Brotli is { } brotli)
        {
            Create(path + ".br", brotli);
            written |= CompressedForms.Brotli;
        }
        return written;
    }

    private CompressedForms SaveForms(string path, string name, ReadOnlySpan<byte> bytes)
    {
        var effort = Precompression.EffortFor(name);
        var room = ArrayPool<byte>.Shared.Rent(bytes.Length);
        try
        {
            var space = room.AsSpan(0, Precompression.LargestUseful(bytes.Length));
            var forms = CompressedForms.None;
            if (Precompression.Gzip(bytes, space, effort) is > 0 and var gzip)
            {
                Create(path + ".gz", space[..gzip]);
                forms |= CompressedForms.Gzip;
            }
            if (Precompression.Brotli(bytes, space, effort) is > 0 and var brotli)
            {
                Create(path + ".br", space[..brotli]);
                forms |= CompressedForms.Brotli;
            }
            return forms;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    /// <summary>A symbolic link out of the release.</summary>
    public void LinkTo(string target, string path)
    {
        Posix.Symlink(target, path);
        _touched?.Changed(path);
    }

    private void Create(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, bytes, 0);
        _touched?.Wrote(path);
    }
}
