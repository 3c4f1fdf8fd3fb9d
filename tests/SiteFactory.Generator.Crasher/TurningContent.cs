using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Load;

namespace SiteFactory.Generator.Crasher;

/// <summary>Several content folders that take turns.</summary>
internal sealed class TurningContent(string[] folders) : IContentFiles, IMediaStore
{
    private readonly FileContentFiles[] _all = [.. folders.Select(f => new FileContentFiles(f))];
    private int _turn;

    private FileContentFiles Now => _all[_turn];

    /// <summary>The next folder's turn.</summary>
    /// <returns>What may have changed: everything.</returns>
    public IEnumerable<string> Turn()
    {
        var before = Now;
        _turn = (_turn + 1) % _all.Length;
        return before.Folders().Concat(Now.Folders()).Concat(before.Files("")).Concat(Now.Files("")).Distinct();
    }

    public IEnumerable<string> Folders() => Now.Folders();

    public IEnumerable<string> Files(string folder) => Now.Files(folder);

    public FileIdentity? Find(string path) => Now.Find(path);

    public FileIdentity Read(string path, ContentBuffer buffer) => Now.Read(path, buffer);

    public Stream OpenRead(MediaItem item) => new DiskMediaStore(Now).OpenRead(item);

    public string? LocalPath(MediaItem item) => new DiskMediaStore(Now).LocalPath(item);
}
