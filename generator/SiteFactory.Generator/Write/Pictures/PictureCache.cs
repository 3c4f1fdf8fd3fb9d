using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>
/// Pictures made before, by content and settings, in <c>&lt;cache&gt;/pictures/</c>. A name never changes its bytes, so a file
/// is either absent or right: it is written beside and renamed.
/// </summary>
public sealed class PictureCache
{
    private readonly string _folder;
    private readonly string _temporary;
    private int _written;
    private int _pruned = -1;

    /// <summary>Bytes kept of pictures that no release has any more: for a rollback, a change of mind, another branch.</summary>
    public const long MostUnused = 512 * 1024 * 1024;

    /// <param name="cacheFolder">Made when it is missing.</param>
    public PictureCache(string cacheFolder)
    {
        _folder = Path.Combine(cacheFolder, "pictures");
        _temporary = Path.Combine(_folder, ".tmp");
        Directory.CreateDirectory(_temporary);
    }

    /// <summary>Where the variant's file is, or will be.</summary>
    public string PathOf(PictureVariant variant) => Path.Combine(_folder, variant.CacheName);

    /// <summary>Whether the variant was made before.</summary>
    public bool Has(PictureVariant variant) => File.Exists(PathOf(variant));

    /// <summary>A place to write before <see cref="Keep"/>; on the same file system, never taken twice.</summary>
    public string NewTemporary()
    {
        var number = Interlocked.Increment(ref _written);
        return Path.Combine(_temporary, FormattableString.Invariant($"{Environment.ProcessId}-{number}"));
    }

    /// <summary>Gives a finished file its name, in one step.</summary>
    public void Keep(string temporary, PictureVariant variant) => File.Move(temporary, PathOf(variant), overwrite: true);

    /// <summary>Removes a file that was not finished.</summary>
    public static void Discard(string temporary) => File.Delete(temporary);

    /// <summary>
    /// Removes what other, killed runs left, and bounds the pictures that no release has, current or kept: those that left the
    /// last release longest ago go first. Does nothing when nothing was made since the last time. Call between builds.
    /// </summary>
    /// <returns>Pictures removed.</returns>
    public int Prune(long mostUnused = MostUnused)
    {
        var written = Volatile.Read(ref _written);
        if (written == _pruned)
            return 0;
        _pruned = written;
        var ours = FormattableString.Invariant($"{Environment.ProcessId}-");
        foreach (var left in Directory.EnumerateFiles(_temporary).Where(f => !Path.GetFileName(f).StartsWith(ours, StringComparison.Ordinal)))
            File.Delete(left);
        // A release links the file: two names or more. On a file system without hard links a picture may have to be made again.
        return OldFiles.Bound(_folder, mostUnused, static use => use.Links <= 1);
    }
}
