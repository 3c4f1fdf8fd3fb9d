using System.IO.Compression;
using System.Text;
using SiteFactory.Content.FolderFormat.Writing;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Import;

/// <summary>An export into a folder on the disk.</summary>
public sealed class FolderSink(string root, IMediaStore store) : IContentSink
{
    private readonly string _root = Path.GetFullPath(root);

    /// <inheritdoc/>
    public void WriteText(string path, string text) => File.WriteAllBytes(Place(path), Encoding.UTF8.GetBytes(text));

    /// <inheritdoc/>
    public void WriteMedia(string path, MediaItem media)
    {
        using var from = store.OpenRead(media);
        using var to = File.Create(Place(path));
        from.CopyTo(to);
    }

    private string Place(string path)
    {
        var full = Path.GetFullPath(Path.Join(_root, path));
        if (!full.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new IOException($"'{path}' is not inside the folder.");
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }
}

/// <summary>An export into a zip archive.</summary>
public sealed class ZipSink(ZipArchive archive, IMediaStore store) : IContentSink
{
    /// <inheritdoc/>
    public void WriteText(string path, string text)
    {
        using var entry = archive.CreateEntry(path, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <inheritdoc/>
    public void WriteMedia(string path, MediaItem media)
    {
        // Pictures and PDF files are compressed already.
        using var entry = archive.CreateEntry(path, CompressionLevel.NoCompression).Open();
        using var from = store.OpenRead(media);
        from.CopyTo(entry);
    }
}
