using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Load;

/// <summary>Media as they lie in a content folder.</summary>
public sealed class DiskMediaStore(FileContentFiles files) : IMediaStore
{
    /// <inheritdoc/>
    public Stream OpenRead(MediaItem item) => File.OpenRead(FullPath(item));

    /// <inheritdoc/>
    public string? LocalPath(MediaItem item) => FullPath(item);

    private string FullPath(MediaItem item) => files.FullPath($"{item.SiteKey}/{item.Path}");
}
