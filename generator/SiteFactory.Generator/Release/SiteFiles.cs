namespace SiteFactory.Generator.Release;

/// <summary>A file that a site answers with.</summary>
public sealed record SiteFile(string PhysicalPath, long Length, DateTimeOffset LastModified);

/// <summary>Finds the file that answers an address, inside one release and nowhere else.</summary>
public static class SiteFiles
{
    /// <summary>The file at a decoded path, <c>/a/</c> being <c>/a/index.html</c>; null when there is none.</summary>
    public static SiteFile? Find(string folder, string path)
    {
        if (!IsPlain(path))
            return null;
        var relative = path.EndsWith('/') ? path[1..] + "index.html" : path[1..];
        var file = new FileInfo(Path.Join(folder, relative));
        // A release holds plain files; whatever else lies there is not the site's.
        return file is { Exists: true, LinkTarget: null } ? new(file.FullName, file.Length, new DateTimeOffset(file.LastWriteTimeUtc)) : null;
    }

    /// <summary>Whether a path without its final slash is that of a page.</summary>
    public static bool IsPageWithoutSlash(string folder, string path) =>
        path.Length > 1 && !path.EndsWith('/') && Find(folder, path + "/") is not null;

    /// <summary>The form of the file that was compressed ahead, <c>.br</c> or <c>.gz</c>; null when there is none.</summary>
    public static SiteFile? Compressed(SiteFile file, string extension)
    {
        var form = new FileInfo(file.PhysicalPath + extension);
        return form.Exists ? new(form.FullName, form.Length, file.LastModified) : null;
    }

    /// <summary>All the bytes.</summary>
    public static Task<byte[]> ReadAsync(SiteFile file, CancellationToken cancellation) =>
        File.ReadAllBytesAsync(file.PhysicalPath, cancellation);

    // Every part is a name: no way up, no hidden file but /.well-known/, no other system's separators.
    private static bool IsPlain(string path)
    {
        if (!path.StartsWith('/') || path.AsSpan().ContainsAny('\\', '\0', ':'))
            return false;
        foreach (var part in path.AsSpan(1).Split('/'))
        {
            var name = path.AsSpan(1)[part];
            if (name.StartsWith('.') && name is not ".well-known")
                return false;
        }
        return !path.Contains("//", StringComparison.Ordinal);
    }
}
