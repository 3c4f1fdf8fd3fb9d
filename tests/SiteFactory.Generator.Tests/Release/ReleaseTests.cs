using System.Globalization;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Tests.Build;

namespace SiteFactory.Generator.Tests.Release;

/// <summary>Releases: switched at once, kept for a while, taken back.</summary>
public sealed class ReleaseTests : IDisposable
{
    private const string Domain = "www.vany.example";
    private readonly TestTerritory _territory = new();

    public void Dispose() => _territory.Dispose();

    private ReleaseStore Store => new(_territory.Output, Domain);

    [Fact]
    public void What_is_served_is_a_link_to_a_release()
    {
        _territory.Built();
        var link = new FileInfo(Path.Combine(_territory.Output, Domain));
        Assert.Equal(Path.Combine(".releases", Domain, Store.Current!), link.LinkTarget);
    }

    [Fact]
    public void The_current_release_and_four_more_are_kept()
    {
        var ids = Enumerable.Range(1, 7).Select(Release).ToList();
        Assert.Equal(ids.Skip(2), Store.All);
        Assert.Equal(ids[^1], Store.Current);
        Assert.Equal(5, Directory.GetDirectories(Folder).Length);
        Assert.Equal(5, Directory.GetFiles(Folder, "*.plan").Length);
    }

    [Fact]
    public void A_rollback_serves_the_release_before_and_may_be_repeated()
    {
        var ids = Enumerable.Range(1, 3).Select(Release).ToList();
        Assert.Equal(ids[1], Store.Rollback());
        Assert.Contains("Essai 2", _territory.Site("vany").Words("/essai/"), StringComparison.Ordinal);
        Assert.Equal(ids[0], Store.Rollback());
        Assert.Contains("Essai 1", _territory.Site("vany").Words("/essai/"), StringComparison.Ordinal);
        Assert.Null(Store.Rollback());
        Assert.Equal(ids[0], Store.Current);
    }

    [Fact]
    public async Task A_rollback_waits_for_the_build_of_the_site_that_is_at_work()
    {
        var ids = Enumerable.Range(1, 3).Select(Release).ToList();
        Store.Switch(ids[1]);
        Task<string?> rollback;
        using (OutputLock.Take(_territory.Output, Domain))
        {
            using var started = new ManualResetEventSlim();
            rollback = Task.Run(() =>
            {
                started.Set();
                return Store.Rollback();
            });
            started.Wait();
            // What the build at work releases is what the rollback goes back from.
            Store.Switch(ids[2]);
        }
        Assert.Equal(ids[1], await rollback);
    }

    [Fact]
    public void A_rollback_never_shows_the_site_that_had_the_domain_before()
    {
        var id = Release(1);
        var card = ReleaseCard.TryRead(Store.CardFileOf(id))!;
        Store.SaveCard(id, card with { Key = "autre" });
        Release(2);
        Assert.Null(Store.Rollback());
    }

    [Fact]
    public void After_a_rollback_the_next_build_makes_a_new_release_and_never_an_old_name()
    {
        var ids = Enumerable.Range(1, 3).Select(Release).ToList();
        Store.Rollback();
        var report = _territory.Build();
        var vany = report.Sites.Single(s => s.Key == "vany");
        Assert.Equal(SiteOutcome.Built, vany.Outcome);
        Assert.DoesNotContain(vany.Release!, ids);
        Assert.Equal(ids.Append(vany.Release!), Store.All);
        Assert.Contains("Essai 3", _territory.Site("vany").Words("/essai/"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_that_is_served_is_never_pruned()
    {
        var ids = Enumerable.Range(1, 5).Select(Release).ToList();
        while (Store.Rollback() is not null)
        {
        }
        Assert.Equal(ids[0], Store.Current);
        Store.Prune();
        Assert.True(_territory.Site("vany").Has("/essai/"));
        Assert.Equal(ids, Store.All);
    }

    [Fact]
    public void Files_that_did_not_change_are_the_same_files()
    {
        Release(1);
        var old = Store.FolderOf(Store.Current!);
        Release(2);
        var now = Store.FolderOf(Store.Current!);
        // Written through one name, read through the other: one file with two names.
        var asset = Directory.EnumerateFiles(Path.Combine(old, "assets")).First();
        File.AppendAllText(asset, "same");
        Assert.EndsWith("same", File.ReadAllText(Path.Combine(now, "assets", Path.GetFileName(asset))), StringComparison.Ordinal);
        var page = Path.Combine("essai", "index.html");
        File.AppendAllText(Path.Combine(old, page), "other");
        Assert.DoesNotContain("other", File.ReadAllText(Path.Combine(now, page)), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_changed_is_made_anew()
    {
        _territory.Built();
        _territory.Edit("vany/pages/vie-municipale/elus.md", "Quinze élus", "Seize élus");
        var report = _territory.Build();
        var vany = report.Sites.Single(s => s.Key == "vany");
        Assert.Equal((1, vany.Files - 1), (vany.Rendered, vany.Reused));
        Assert.All(report.Sites.Where(s => s.Key != "vany"), s => Assert.Equal(SiteOutcome.Unchanged, s.Outcome));
    }

    [Fact]
    public void What_a_killed_run_left_is_removed_by_the_next()
    {
        Release(1);
        Directory.CreateDirectory(Path.Combine(Folder, "000009-unfinished", "assets"));
        File.WriteAllText(Path.Combine(Folder, "000008-x.plan.tmp"), "");
        File.WriteAllText(Path.Combine(Folder, "000008-x.card.json"), "{}");
        File.CreateSymbolicLink(Path.Combine(Folder, "next"), Path.Combine(Folder, Store.Current!));
        var id = Release(2);
        Assert.StartsWith("000002-", id, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Store.FolderOf(Store.All[0])));
        Assert.True(File.Exists(Path.Combine(Store.FolderOf(Store.All[0]), "index.html")));
        Assert.All(Directory.GetFileSystemEntries(Folder), e => Assert.StartsWith("00000", Path.GetFileName(e), StringComparison.Ordinal));
        Assert.Equal(6, Directory.GetFileSystemEntries(Folder).Length);
    }

    [Fact]
    public void A_damaged_manifest_only_costs_a_full_build()
    {
        var id = Release(1);
        var bytes = File.ReadAllBytes(Store.ManifestOf(id));
        foreach (var damaged in new[] { bytes[..(bytes.Length / 2)], [], [1, 0, 0, 0, .. Enumerable.Repeat((byte)255, 200)] })
        {
            File.WriteAllBytes(Store.ManifestOf(Store.Current!), damaged);
            var report = _territory.Build();
            Assert.True(report.Succeeded, TestTerritory.Describe(report));
            Assert.True(_territory.Site("vany").Has("/essai/"));
        }
    }

    [Fact]
    public async Task A_reader_always_finds_one_release_or_the_other()
    {
        var ids = new[] { Release(1), Release(2) };
        var link = Path.Combine(_territory.Output, Domain);
        var store = Store;
        var switching = Task.Run(() =>
        {
            for (var i = 0; i < 4000; i++)
                store.Switch(ids[i % 2]);
        });
        var missing = 0;
        while (!switching.IsCompleted)
        {
            if (!File.Exists(Path.Combine(link, "essai", "index.html")))
                missing++;
        }
        await switching;
        Assert.Equal(0, missing);
    }

    [Fact]
    public void A_redirect_alone_is_a_change()
    {
        _territory.Built();
        _territory.Edit("vany/pages/vie-municipale/mairie.md", "/mairie.html", "/la-mairie.html");
        _territory.Built();
        Assert.True(ReleaseCard.TryRead(Store.CardFileOf(Store.Current!))!.Redirects.ContainsKey("/la-mairie.html"));
    }

    [Fact]
    public void A_compressed_form_that_disappeared_is_made_again()
    {
        using var generator = new SiteGenerator(_territory.Options() with { Precompress = true }, new Themes.Territoire.TerritoireTheme());
        generator.Build();
        File.Delete(Path.Combine(Store.FolderOf(Store.Current!), "contact", "index.html.br"));
        _territory.Edit("vany/pages/vie-municipale/elus.md", "Quinze", "Seize");
        Assert.True(generator.Build().Succeeded);
        Assert.True(_territory.Site("vany").Has("/contact/index.html.br"));
    }

    [Fact]
    public void A_file_that_disappeared_from_the_old_release_is_made_again()
    {
        Release(1);
        File.Delete(Path.Combine(Store.FolderOf(Store.Current!), "contact", "index.html"));
        Release(2);
        Assert.True(_territory.Site("vany").Has("/contact/"));
    }

    private string Folder => Path.Combine(_territory.Output, ".releases", Domain);

    private string Release(int version)
    {
        _territory.Set("vany/pages/essai.md", string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Essai {version}\n---\n"));
        _territory.Built();
        return Store.Current!;
    }
}
