using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Tests.Release;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator.Tests.Pictures;

/// <summary>The cache keeps what releases use, and of the rest no more than its bound.</summary>
public sealed class PictureCacheTests(TestPictures pictures) : IClassFixture<TestPictures>
{
    [Fact]
    public void A_picture_that_a_release_has_is_never_removed()
    {
        var (cache, files) = Filled();
        var release = Path.Combine(pictures.NewFolder(), "photo.webp");
        Assert.True(Posix.TryLink(files[1], release));
        Assert.Equal(files.Count - 1, cache.Prune(mostUnused: 0));
        Assert.Equal([files[1]], files.Where(File.Exists));
    }

    [Fact]
    public void Of_the_others_those_that_left_last_stay()
    {
        var (cache, files) = Filled();
        FileUses.UseAfter(files[0], files);
        cache.Prune(mostUnused: new FileInfo(files[0]).Length);
        Assert.Equal([files[0]], files.Where(File.Exists));
    }

    [Fact]
    public void Under_the_bound_nothing_goes()
    {
        var (cache, files) = Filled();
        Assert.Equal(0, cache.Prune());
        Assert.All(files, f => Assert.True(File.Exists(f)));
    }

    [Fact]
    public void What_a_killed_run_left_goes_and_our_own_work_stays()
    {
        var (cache, _) = Filled();
        var ours = cache.NewTemporary();
        File.WriteAllText(ours, "");
        var left = Path.Combine(Path.GetDirectoryName(ours)!, "0-1");
        File.WriteAllText(left, "");
        cache.Prune();
        Assert.True(File.Exists(ours));
        Assert.False(File.Exists(left));
    }

    private (PictureCache Cache, List<string> Files) Filled()
    {
        var cache = new PictureCache(pictures.NewFolder());
        var variants = new PicturePlanner(PictureSettings.Default).Plan(TestPictures.Item(pictures.Photo))!.Variants;
        foreach (var variant in variants)
        {
            var temporary = cache.NewTemporary();
            File.WriteAllText(temporary, "0123456789");
            cache.Keep(temporary, variant);
        }
        return (cache, [.. variants.Select(cache.PathOf)]);
    }
}
