using System.Globalization;
using System.Text;
using SiteFactory.Content.FolderFormat.Writing;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat;

/// <summary>A territory held in memory: what tests write in one string, and what an export lands in.</summary>
public sealed class MemoryContentFiles(IMediaStore? mediaStore = null) : IContentFiles, IContentSink
{
    private readonly SortedDictionary<string, (byte[] Bytes, FileIdentity Identity)> files = new(StringComparer.Ordinal);
    private long stamp;

    /// <summary>
    /// Files from one string, each under a line <c>-- path --</c>. A file ends with the line before the next header.
    /// </summary>
    public static MemoryContentFiles Parse(string text)
    {
        var result = new MemoryContentFiles();
        string? path = null;
        var content = new StringBuilder();
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("-- ", StringComparison.Ordinal) && line.EndsWith(" --", StringComparison.Ordinal) && line.Length > 6)
            {
                result.Flush(path, content);
                path = line[3..^3].Trim();
            }
            else if (path is not null)
            {
                content.Append(CultureInfo.InvariantCulture, $"{line}\n");
            }
        }
        result.Flush(path, content);
        return result;
    }

    /// <summary>Every path, in ordinal order.</summary>
    public IEnumerable<string> Paths => files.Keys;

    /// <summary>Writes or replaces a file.</summary>
    public void Set(string path, string text) => Set(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes or replaces a file.</summary>
    public void Set(string path, byte[] bytes) => files[path] = (bytes, new(bytes.Length, ++stamp));

    /// <summary>Removes a file, when it is there.</summary>
    public void Remove(string path) => files.Remove(path);

    /// <summary>A file's bytes as UTF-8.</summary>
    public string Text(string path) => Encoding.UTF8.GetString(files[path].Bytes);

    /// <inheritdoc/>
    public IEnumerable<string> Folders() =>
        files.Keys.Where(p => p.Contains('/', StringComparison.Ordinal))
            .Select(p => p[..p.IndexOf('/', StringComparison.Ordinal)])
            .Distinct(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IEnumerable<string> Files(string folder) => folder.Length == 0
        ? files.Keys.Where(p => !p.Contains('/', StringComparison.Ordinal))
        : files.Keys.Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <inheritdoc/>
    public FileIdentity? Find(string path) => files.TryGetValue(path, out var file) ? file.Identity : null;

    /// <inheritdoc/>
    public FileIdentity Read(string path, ContentBuffer buffer)
    {
        if (!files.TryGetValue(path, out var file))
            throw new FileNotFoundException(path);
        file.Bytes.CopyTo(buffer.Resize(file.Bytes.Length));
        return file.Identity;
    }

    /// <inheritdoc/>
    public void WriteText(string path, string text) => Set(path, text);

    /// <inheritdoc/>
    public void WriteMedia(string path, MediaItem media)
    {
        var store = mediaStore ?? throw new InvalidOperationException("Media can only be written where a media store was given.");
        using var source = store.OpenRead(media);
        using var copy = new MemoryStream();
        source.CopyTo(copy);
        Set(path, copy.ToArray());
    }

    private void Flush(string? path, StringBuilder content)
    {
        if (path is not null)
            Set(path, content.ToString());
        content.Clear();
    }
}
