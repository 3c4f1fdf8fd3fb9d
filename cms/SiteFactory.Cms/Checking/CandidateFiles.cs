using System.Text;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Cms.Checking;

/// <summary>The territory as it would be with one text more, another, or less.</summary>
internal sealed class CandidateFiles(IContentFiles inner, IReadOnlyDictionary<string, string?> changes) : IContentFiles
{
    // Differs from every stamp of the mirror, so that a candidate is never taken for what it replaces.
    private const long Stamp = -1;

    public IEnumerable<string> Folders() => inner.Folders();

    public IEnumerable<string> Files(string folder) =>
        inner.Files(folder).Where(f => !changes.ContainsKey(f))
            .Concat(changes.Where(c => c.Value is not null && IsIn(folder, c.Key)).Select(c => c.Key));

    // The content folder's own files stand in no folder.
    private static bool IsIn(string folder, string path) =>
        folder.Length == 0 ? !path.Contains('/', StringComparison.Ordinal) : path.StartsWith(folder + "/", StringComparison.Ordinal);

    public FileIdentity? Find(string path) =>
        !changes.TryGetValue(path, out var text) ? inner.Find(path)
        : text is null ? null
        : new FileIdentity(Encoding.UTF8.GetByteCount(text), Stamp);

    public FileIdentity Read(string path, ContentBuffer buffer)
    {
        if (!changes.TryGetValue(path, out var text))
            return inner.Read(path, buffer);
        if (text is null)
            throw new FileNotFoundException(path);
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes.CopyTo(buffer.Resize(bytes.Length));
        return new(bytes.Length, Stamp);
    }
}
