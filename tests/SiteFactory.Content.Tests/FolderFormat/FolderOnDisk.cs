using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Tests.FolderFormat;

/// <summary>A folder of the repository in memory, its media included.</summary>
internal static class FolderOnDisk
{
    public static MemoryContentFiles Load(string folder)
    {
        var files = new MemoryContentFiles();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (relative is not ("faults.txt" or "snapshot.json") && !Path.GetFileName(path).StartsWith('.'))
                files.Set(relative, File.ReadAllBytes(path));
        }
        return files;
    }
}

/// <summary>The media of files in memory.</summary>
internal sealed class MemoryMedia(MemoryContentFiles files) : IMediaStore
{
    public Stream OpenRead(MediaItem item)
    {
        var buffer = new ContentBuffer();
        files.Read($"{item.SiteKey}/{item.Path}", buffer);
        return new MemoryStream(buffer.Bytes.ToArray());
    }

    public string? LocalPath(MediaItem item) => null;
}
