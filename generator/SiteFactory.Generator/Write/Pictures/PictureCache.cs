using SiteFactory.Generator.Plan.Pictures;

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
    /// Removes pictures that no build has used for that long, and what killed runs left. Releases keep their own links.
    /// </summary>
    /// <param name="now">The host's clock.</param>
    public int Prune(NodaTime.Instant now, NodaTime.Duration unused)
    {
        var limit = (now - unused).ToDateTimeUtc();
        var old = Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Where(f => File.GetLastAccessTimeUtc(f) < limit && File.GetLastWriteTimeUtc(f) < limit)
            .ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }
}
