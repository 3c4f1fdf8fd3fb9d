using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Tests.FolderFormat;

namespace SiteFactory.Content.Tests.Everyday;

/// <summary>The files about everyday services are read, written and read again.</summary>
public class EverydayFilesTests
{
    [Fact]
    public void Writing_them_and_reading_them_again_changes_nothing()
    {
        var files = FolderOnDisk.Load(Repository.Path("tests/sites/valid/everything"));
        var first = FolderReader.Read(files).Snapshot!;
        Assert.NotNull(first.Sites["vany"].Everyday.Rooms);
        var written = Write(first, files);
        var second = FolderReader.Read(written).Snapshot!;
        Assert.Equal(SnapshotText.Of(first), SnapshotText.Of(second));
        var again = Write(second, written);
        Assert.All(written.Paths.Where(p => p.EndsWith(".yaml", StringComparison.Ordinal)), p => Assert.Equal(written.Text(p), again.Text(p)));
    }

    [Fact]
    public void Empty_lists_stay_empty_lists()
    {
        var files = MemoryContentFiles.Parse("""
            -- territory.yaml --
            name: T
            timeZone: Europe/Paris
            brand: { primary: "#003d7c", accent: "#c4005f" }
            -- vany/site.yaml --
            kind: commune
            name: Vany
            domain: www.vany.example
            -- vany/collections.yaml --
            sectors: []
            -- vany/menus.yaml --
            -- vany/works.yaml --
            []
            -- vany/jobs.yaml --
            []
            -- vany/rooms.yaml --
            rooms: []
            """);
        var first = FolderReader.Read(files);
        Assert.Empty(first.Faults);
        Assert.Equal(SnapshotText.Of(first.Snapshot!), SnapshotText.Of(FolderReader.Read(Write(first.Snapshot!, files)).Snapshot!));
    }

    [Fact]
    public void A_change_in_one_file_leaves_the_others_and_the_other_sites_as_they_are()
    {
        var files = MemoryContentFiles.Parse("""
            -- territory.yaml --
            name: T
            timeZone: Europe/Paris
            brand: { primary: "#003d7c", accent: "#c4005f" }
            -- jury/site.yaml --
            kind: commune
            name: Jury
            domain: www.jury.example
            -- vany/site.yaml --
            kind: commune
            name: Vany
            domain: www.vany.example
            -- vany/works.yaml --
            - { title: Travaux, from: 2026-01-01 }
            -- vany/menus.yaml --
            days: [{ date: 2026-01-01 }]
            """);
        var first = FolderReader.Read(files);
        Assert.Same(first.Snapshot, FolderReader.Read(files, first).Snapshot);
        files.Set("vany/menus.yaml", "days: [{ date: 2026-01-02 }]");
        var second = FolderReader.Update(files, first, ["vany/menus.yaml"]).Snapshot!;
        Assert.NotSame(first.Snapshot!.Sites["vany"], second.Sites["vany"]);
        Assert.Same(first.Snapshot.Sites["vany"].Everyday.Works, second.Sites["vany"].Everyday.Works);
        Assert.Same(first.Snapshot.Sites["jury"], second.Sites["jury"]);
        files.Remove("vany/menus.yaml");
        Assert.Null(FolderReader.Update(files, first, ["vany/menus.yaml"]).Snapshot!.Sites["vany"].Everyday.Menus);
    }

    private static MemoryContentFiles Write(Model.TerritorySnapshot snapshot, MemoryContentFiles media)
    {
        var written = new MemoryContentFiles(new MemoryMedia(media));
        FolderWriter.Write(snapshot, written);
        return written;
    }
}
