namespace SiteFactory.Content.FolderFormat;

/// <summary>What tells, without reading it, that a file is still the same.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Stamp">Time of last write in whatever unit the source has; only equality counts.</param>
public readonly record struct FileIdentity(long Length, long Stamp);

/// <summary>Holds one file's bytes at a time; thousands of files are read through the same few buffers.</summary>
public sealed class ContentBuffer
{
    private byte[] array = new byte[16 * 1024];

    /// <summary>The bytes of the file that was read last.</summary>
    public ReadOnlySpan<byte> Bytes => array.AsSpan(0, Length);

    /// <summary>How many they are.</summary>
    public int Length { get; private set; }

    /// <summary>Room for a file of this length, to be filled by the caller.</summary>
    public Span<byte> Resize(int length)
    {
        if (array.Length < length)
            array = new byte[Math.Max(length, array.Length * 2)];
        Length = length;
        return array.AsSpan(0, length);
    }
}

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

    /// <summary>Reads the file whole and tells what it was at that moment. Throws <see cref="IOException"/> when it cannot be read.</summary>
    FileIdentity Read(string path, ContentBuffer buffer);
}
