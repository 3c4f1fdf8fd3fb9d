using SiteFactory.Generator.Release;
using SiteFactory.Generator.Tests.Build;

namespace SiteFactory.Generator.Tests.Release;

/// <summary>A visitor who still holds an old page finds its stylesheet, and nothing that was withdrawn.</summary>
public sealed class KeptAssetsTests : IDisposable
{
    private const string Domain = "www.vany.example";
    private readonly TestTerritory _territory = new();

    public void Dispose() => _territory.Dispose();

    private ReleaseStore Store => new(_territory.Output, Domain);

    private SiteFactory.Generator.Release.BuiltSite Site => new BuiltSites(_territory.Output).ByDomain(Domain)!;

    [Fact]
    public void The_assets_of_a_release_that_left_are_still_found()
    {
        var old = BuildWith("ancienne");
        BuildWith("nouvelle");
        Assert.False(File.Exists(Path.Combine(Site.Folder, old[1..])));
        Assert.Equal("ancienne", File.ReadAllText(Site.Find(old)!.PhysicalPath));
    }

    [Fact]
    public void They_outlive_the_release()
    {
        var old = BuildWith("ancienne");
        for (var i = 0; i < ReleaseStore.Kept + 3; i++)
            Touch(i);
        Assert.DoesNotContain(Store.All, id => File.Exists(Path.Combine(Store.FolderOf(id), old[1..])));
        Assert.NotNull(Site.Find(old));
    }

    [Fact]
    public void A_rollback_keeps_the_assets_of_the_release_it_leaves()
    {
        Touch(0);
        var newer = BuildWith("nouvelle");
        Assert.NotNull(Store.Rollback());
        Assert.NotNull(Site.Find(newer));
    }

    [Fact]
    public void A_document_that_was_withdrawn_is_gone()
    {
        Touch(0);
        var folder = Store.FolderOf(Store.Current!);
        Directory.CreateDirectory(Path.Combine(folder, "medias"));
        File.WriteAllText(Path.Combine(folder, "medias", "retire-1a2b3c4d5e.pdf"), "données personnelles");
        Assert.NotNull(Site.Find("/medias/retire-1a2b3c4d5e.pdf"));
        Touch(1);
        Assert.Null(Site.Find("/medias/retire-1a2b3c4d5e.pdf"));
    }

    [Fact]
    public void What_is_kept_is_bounded_and_the_oldest_goes_first()
    {
        var first = BuildWith(new string('a', 1000));
        var second = BuildWith(new string('b', 1000));
        Touch(0);
        var kept = new KeptAssets(_territory.Output, Domain);
        kept.Bound(most: long.MaxValue);
        Assert.NotNull(Site.Find(first));
        kept.Bound(most: 0);
        Assert.Null(Site.Find(first));
        Assert.Null(Site.Find(second));
    }

    [Fact]
    public void The_files_used_last_stay()
    {
        var folder = Directory.CreateDirectory(_territory.Folder("files")).FullName;
        foreach (var name in new[] { "c", "a", "b" })
            File.WriteAllText(Path.Combine(folder, name), "1234567890");
        FileUses.UseAfter(Path.Combine(folder, "c"), Directory.GetFiles(folder));
        Assert.Equal(2, OldFiles.Bound(folder, 15, static _ => true));
        Assert.Equal(["c"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    private void Touch(int version)
    {
        _territory.Set("vany/pages/essai.md", $"---\ntitle: Essai {version.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n---\n");
        _territory.Built();
    }

    /// <summary>A release with one more stylesheet, as another version of the theme would have: its address.</summary>
    private string BuildWith(string text)
    {
        Touch(text.GetHashCode(StringComparison.Ordinal));
        var path = $"/assets/autre.{(uint)text.GetHashCode(StringComparison.Ordinal):x8}00.css";
        File.WriteAllText(Path.Combine(Store.FolderOf(Store.Current!), path[1..]), text);
        return path;
    }
}
