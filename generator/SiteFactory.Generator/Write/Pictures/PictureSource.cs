using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>The bytes that pictures are made from.</summary>
/// <param name="SiteKey">Whose picture it is, for faults.</param>
/// <param name="File">Path from the content folder's root, for faults: <c>vany/media/mairie.jpg</c>.</param>
/// <param name="LocalPath">The file on disk, or null when only <paramref name="Open"/> gives its bytes.</param>
public sealed record PictureSource(string SiteKey, string File, string? LocalPath, Func<Stream> Open)
{
    /// <summary>A media item of a site.</summary>
    public static PictureSource Of(MediaItem item, IMediaStore store) =>
        new(item.SiteKey, item.SiteKey + "/" + item.Path, store.LocalPath(item), () => store.OpenRead(item));
}
