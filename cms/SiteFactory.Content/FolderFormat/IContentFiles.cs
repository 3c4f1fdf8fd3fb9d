namespace SiteFactory.Content.FolderFormat;

/// <summary>What tells, without reading it, that a file is still the same.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Stamp">Time of last write in whatever unit the source has; only equality counts.</param>
public readonly record struct FileIdentity(long Length, long Stamp);

/// <summary>A file's bytes and what it was when they were read.</summary>
public readonly record struct FileContent(byte[] Bytes, FileIdentity Identity);

/// <summary>
/// The files of a territory: a folder on a disk, a string in a test. Paths have forward slashes and start at the
/// content folder. May be called from several threads at once.
/// </summary>
public interface IContentFiles
{
    /// <summary>The names of the folders directly under the content folder.</summary>
    IEnumerable<string> Folders();

    /// <summary>The paths of all files of a folder and below, or of the content folder's own files alone for <c>""</c>. Hidden files are left out.</summary>
    IEnumerable<string> Files(string folder);

    /// <summary>What the file is now; null when there is none.</summary>
    FileIdentity? Find(string path);

    /// <summary>Reads the file whole. Throws <see cref="IOException"/> when it cannot be read.</summary>
    FileContent Read(string path);
}
