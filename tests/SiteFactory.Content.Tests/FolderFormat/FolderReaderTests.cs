using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Tests.FolderFormat;

public class FolderReaderTests
{
    private const string Territory = """
        -- territory.yaml --
        name: Territoire
        timeZone: Europe/Paris
        brand: { primary: "#003d7c", accent: "#b0005e" }
        -- metropole/site.yaml --
        kind: metropole
        name: Métropole
        domain: metropole.example
        -- metropole/directory/musee.md --
        ---
        title: Musée
        entry: facility
        ---
        -- vany/site.yaml --
        kind: commune
        name: Vany
        domain: vany.example
        -- vany/pages/index.md --
        ---
        title: Accueil
        ---

        Bonjour.
        -- vany/pages/a.md --
        ---
        title: A
        ---
        -- vany/news/2026-01-01-n.md --
        ---
        title: N
        date: 2026-01-01
        ---
        -- chesny/site.yaml --
        kind: commune
        name: Chesny
        domain: chesny.example
        """;

    private static MemoryContentFiles Files(string more = "") => MemoryContentFiles.Parse(Territory + "\n" + more);

    [Fact]
    public void The_body_starts_at_its_own_line()
    {
        var page = FolderReader.Read(Files()).Snapshot!.Sites["vany"].Pages.Single(p => p.Key.Length == 0);
        Assert.Equal("Bonjour.\n", page.Body);
        Assert.Equal(new ItemSource("vany/pages/index.md", 5), page.Source);
    }

    [Theory]
    [InlineData("2026-07-01T10:00", "2026-07-01T08:00:00Z")]
    [InlineData("2026-01-01", "2025-12-31T23:00:00Z")]
    [InlineData("2026-07-01T10:00:00+09:00", "2026-07-01T01:00:00Z")]
    [InlineData("2026-07-01T10:00Z", "2026-07-01T10:00:00Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25T02:30", "2026-10-25T00:30:00Z")]
    public void Times_without_an_offset_are_the_territorys(string written, string expected)
    {
        var files = Files();
        files.Set("vany/pages/a.md", $"---\ntitle: A\npublishAt: {written}\n---\n");
        var page = FolderReader.Read(files).Snapshot!.Sites["vany"].Pages.Single(p => p.Key == "a");
        Assert.Equal(NodaTime.Text.InstantPattern.General.Parse(expected).Value, page.PublishAt);
    }

    [Fact]
    public void A_day_alone_counts_to_its_end()
    {
        var files = Files();
        files.Set("vany/alerts/x.md", "---\ntitle: X\nuntil: 2026-06-30\n---\n");
        Assert.Equal(Instant.FromUtc(2026, 6, 30, 22, 0), FolderReader.Read(files).Snapshot!.Sites["vany"].Alerts.Single().Until);
    }

    [Fact]
    public void Ids_come_from_the_path_and_stay()
    {
        var id = FolderReader.Read(Files()).Snapshot!.Sites["vany"].Pages.Single(p => p.Key == "a").Id;
        Assert.Equal(ItemId.FromPath("vany", ContentKind.Page, "a.md"), id);
        Assert.Equal(Guid.Parse("f6e3f0cb-a8ba-8bd4-a4ad-ca3f5a4a6f37").ToString()[14], id.ToString()[14]);
        Assert.Equal('8', id.ToString()[14]);
        Assert.Contains(id.ToString()[19], "89ab");
    }

    [Fact]
    public void One_communes_bad_content_leaves_the_others_unharmed()
    {
        var files = Files("-- vany/events/x.md --\n---\ntitle: X\nstart: 2026-01-01\nplace: metropole/musee\n---\n");
        files.Set("metropole/site.yaml", ": : :");
        files.Set("metropole/directory/musee.md", "rien");
        files.Set("chesny/pages/a.md", "---\ntitre: A\n---\n");
        var result = FolderReader.Read(files);
        Assert.Equal(["chesny", "metropole"], result.BrokenSites.Order());
        Assert.Equal(["chesny", "vany"], result.Snapshot!.Sites.Keys);
    }

    [Fact]
    public void Another_sites_missing_thing_is_only_a_warning()
    {
        var files = Files("-- vany/events/x.md --\n---\ntitle: X\nstart: 2026-01-01\nplace: metropole/musee\nimage: metropole/media/x.jpg\nimageAlt: x\n---\n");
        files.Remove("metropole/directory/musee.md");
        var result = FolderReader.Read(files);
        Assert.Equal([FaultCodes.MissingMedia, FaultCodes.UnknownPlace], result.Faults.Select(f => f.Code).Order());
        Assert.Empty(result.BrokenSites);
    }

    [Fact]
    public void What_did_not_change_is_the_same_object()
    {
        var files = Files();
        var first = FolderReader.Read(files);
        files.Set("vany/pages/a.md", "---\ntitle: Autre\n---\n");
        foreach (var second in new[] { FolderReader.Read(files, first), FolderReader.Update(files, first, ["vany/pages/a.md"]) })
        {
            var (before, after) = (first.Snapshot!.Sites, second.Snapshot!.Sites);
            Assert.Same(before["chesny"], after["chesny"]);
            Assert.Same(before["metropole"], after["metropole"]);
            Assert.NotSame(before["vany"], after["vany"]);
            Assert.Equal(before["vany"].News, after["vany"].News);
            Assert.Same(before["vany"].Site, after["vany"].Site);
            Assert.Same(before["vany"].Pages[0], after["vany"].Pages[0]);
            Assert.Equal("Autre", after["vany"].Pages[1].Title);
            Assert.Same(first.Snapshot.Territory, second.Snapshot.Territory);
        }
    }

    [Fact]
    public void Nothing_changed_gives_the_same_snapshot()
    {
        var files = Files();
        var first = FolderReader.Read(files);
        Assert.Same(first.Snapshot, FolderReader.Read(files, first).Snapshot);
        Assert.Same(first.Snapshot, FolderReader.Update(files, first, []).Snapshot);
    }

    /// <summary>Every kind of change, one after the other: the update always equals a reading of everything.</summary>
    [Fact]
    public void An_update_equals_a_full_reading()
    {
        var files = Files();
        var current = FolderReader.Read(files);
        Step(["vany/pages/b.md"], f => f.Set("vany/pages/b.md", "---\ntitle: B\ntopics: [x]\n---\n"));
        Step(["vany/pages/b.md"], f => f.Set("vany/pages/b.md", "rien"));
        Step(["vany/pages/b.md"], f => f.Remove("vany/pages/b.md"));
        Step(["vany/media/x.gif", "vany/media/media.yaml"], f =>
        {
            f.Set("vany/media/x.gif", "GIF89a\u0001\0\u0001\0");
            f.Set("vany/media/media.yaml", "- { file: x.gif, alt: X }\n");
        });
        Step(["territory.yaml"], f => f.Set("territory.yaml", f.Text("territory.yaml") + "topics:\n  - { key: x, label: X }\n"));
        Step(["territory.yaml"], f => f.Set("territory.yaml", f.Text("territory.yaml").Replace("Europe/Paris", "Indian/Reunion", StringComparison.Ordinal)));
        Step(["territory.yaml"], f => f.Set("territory.yaml", "name: ["));
        Step(["territory.yaml"], f => f.Set("territory.yaml", Files().Text("territory.yaml")));
        Step(["peltre"], f => f.Set("peltre/site.yaml", "kind: commune\nname: Peltre\ndomain: peltre.example\n"));
        Step(["peltre/pages"], f => f.Set("peltre/pages/x/y.md", "---\ntitle: Y\n---\n"));
        Step(["peltre/pages/x"], f => f.Remove("peltre/pages/x/y.md"));
        Step(["peltre"], f => f.Remove("peltre/site.yaml"));
        Step(["notes.md"], f => f.Set("notes.md", "x"));
        Step(["vany/site.yaml"], f => f.Set("vany/site.yaml", f.Text("vany/site.yaml").Replace("vany.example", "chesny.example", StringComparison.Ordinal)));

        void Step(string[] changed, Action<MemoryContentFiles> change)
        {
            change(files);
            current = FolderReader.Update(files, current, changed);
            var full = FolderReader.Read(files);
            Assert.Equal(full.Faults.AsEnumerable(), current.Faults);
            Assert.Equal(full.Snapshot is null, current.Snapshot is null);
            if (full.Snapshot is not null)
                Assert.Equal(SnapshotText.Of(full.Snapshot), SnapshotText.Of(current.Snapshot!));
        }
    }

    [Fact]
    public void The_snapshot_holds_no_two_items_of_one_id_or_address()
    {
        foreach (var folder in new[] { "duplicate-id", "duplicate-address" })
        {
            var snapshot = FolderReader.Read(FolderOnDisk.Load(Repository.Path($"tests/sites/invalid/{folder}"))).Snapshot!;
            var items = snapshot.Sites.Values.SelectMany(s => s.Items).ToList();
            Assert.Equal(items.Count, items.DistinctBy(i => i.Id).Count());
            Assert.Equal(items.Count, items.DistinctBy(i => (i.SiteKey, i.Kind, i.Key)).Count());
        }
    }
}
