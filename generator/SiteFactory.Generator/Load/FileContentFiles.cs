using System.IO.Enumeration;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Generator.Load;

/// <summary>A content folder on the disk. Hidden files, files that begin with a dot and symbolic links are not content.</summary>
public sealed class FileContentFiles(string root) : IContentFiles
{
    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    private static readonly EnumerationOptions Flat = new() { AttributesToSkip = Options.AttributesToSkip, IgnoreInaccessible = false };

    /// <summary>The content folder, absolute and without a final separator.</summary>
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <inheritdoc/>
    public IEnumerable<string> Folders() =>
        new FileSystemEnumerable<string>(Root, (ref entry) => entry.FileName.ToString(), Flat)
        {
            ShouldIncludePredicate = (ref entry) => entry.IsDirectory && !IsDotted(entry.FileName),
        };

    /// <inheritdoc/>
    public IEnumerable<string> Files(string folder)
    {
        var start = folder.Length == 0 ? Root : FullPath(folder);
        if (!Directory.Exists(start))
            return [];
        var skip = Root.Length + 1;
        return new FileSystemEnumerable<string>(start, (ref entry) => RelativePath(ref entry, skip), folder.Length == 0 ? Flat : Options)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory && !IsDotted(entry.FileName),
            ShouldRecursePredicate = (ref entry) => !IsDotted(entry.FileName),
        };
    }

    /// <inheritdoc/>
    public FileIdentity? Find(string path)
    {
        var file = new FileInfo(FullPath(path));
        return file.Exists && (file.Attributes & Options.AttributesToSkip) == FileAttributes.None && !IsDotted(file.Name)
            ? new(file.Length, file.LastWriteTimeUtc.Ticks)
            : null;
    }

    /// <inheritdoc/>
    public FileIdentity Read(string path, ContentBuffer buffer)
    {
        using var handle = File.OpenHandle(FullPath(path));
        var length = RandomAccess.GetLength(handle);
        var stamp = File.GetLastWriteTimeUtc(handle).Ticks;
        var bytes = buffer.Resize(checked((int)length));
        var filled = 0;
        while (filled < bytes.Length)
        {
            var read = RandomAccess.Read(handle, bytes[filled..], filled);
            if (read == 0)
                throw new IOException($"'{path}' became shorter while it was read.");
            filled += read;
        }
        return new(length, stamp);
    }

    /// <summary>The file on the disk. A path that leads out of the content folder is refused.</summary>
    public string FullPath(string path)
    {
        var full = Path.GetFullPath(Path.Join(Root, path));
        return full.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new IOException($"'{path}' is not inside the content folder.");
    }

    /// <summary>The path from the content folder with forward slashes; null when the file lies elsewhere.</summary>
    public string? ContentPath(string fullPath) =>
        Path.GetFullPath(fullPath) is var full && full.StartsWith(Root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full[(Root.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/')
            : null;

    private static bool IsDotted(ReadOnlySpan<char> name) => name.StartsWith('.');

    private static string RelativePath(ref FileSystemEntry entry, int skip)
    {
        var directory = entry.Directory.Length < skip ? [] : entry.Directory[skip..];
        var relative = directory.IsEmpty ? entry.FileName.ToString() : $"{directory}/{entry.FileName}";
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }
}
