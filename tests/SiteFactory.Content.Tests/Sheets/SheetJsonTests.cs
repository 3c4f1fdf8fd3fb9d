using System.Text;
using System.Text.Json;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Sheets;
using SiteFactory.Content.Tests.FolderFormat;

namespace SiteFactory.Content.Tests.Sheets;

/// <summary>The compact form: what is written is read back, and what a file should not hold is refused.</summary>
public class SheetJsonTests
{
    private static readonly string[] Kept = Directory.GetFiles(Repository.Path("communes/fiches"), "*.json");

    [Fact]
    public void The_sheets_that_the_territory_keeps_are_what_writing_them_gives()
    {
        Assert.True(Kept.Length > 20);
        Assert.All(Kept, file =>
        {
            var text = File.ReadAllText(file);
            Assert.Equal(text, SheetJson.Write(SheetJson.Read(Encoding.UTF8.GetBytes(text))));
        });
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"F1\"}")]
    [InlineData("{\"id\":\"F1\",\"title\":\"x\",\"kind\":\"x\",\"address\":null}")]
    [InlineData("{\"id\":\"../x\",\"title\":\"x\",\"kind\":\"x\",\"address\":\"x\"}")]
    [InlineData("{\"id\":\"F1\",\"title\":\"x\",\"kind\":\"x\",\"address\":\"x\",\"script\":\"x\"}")]
    [InlineData("{\"id\":\"F1\",\"title\":\"x\",\"kind\":\"x\",\"address\":\"x\",\"verified\":\"hier\"}")]
    [InlineData("{\"id\":\"F1\",\"title\":\"x\",\"kind\":\"x\",\"address\":\"x\",\"content\":[null]}")]
    [InlineData("{\"id\":\"F1\",\"title\":\"x\",\"kind\":\"x\",\"address\":\"x\",\"content\":[{\"is\":\"html\"}]}")]
    [InlineData("{\"id\":\"F1\",\"title\":\"x\",\"kind\":\"x\",\"address\":\"x\",\"content\":[{\"is\":\"p\",\"text\":[{\"is\":\"f\",\"sheet\":\"../\"}]}]}")]
    [InlineData("{\"id\":\"F1\",\"title\":\"x\",\"kind\":\"x\",\"address\":\"x\",\"seeAlso\":[{\"title\":\"x\",\"sheet\":\"x\"}]}")]
    public void A_file_that_holds_what_it_should_not_is_refused(string json) =>
        Assert.Throws<JsonException>(() => SheetJson.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Blocks_do_not_nest_without_end()
    {
        var inside = string.Concat(Enumerable.Repeat("{\"is\":\"section\",\"blocks\":[", 60)) + string.Concat(Enumerable.Repeat("]}", 60));
        Assert.Throws<JsonException>(() => SheetJson.Read(Encoding.UTF8.GetBytes($"{{\"id\":\"F1\",\"title\":\"x\",\"kind\":\"x\",\"address\":\"x\",\"content\":[{inside}]}}")));
    }

    [Fact]
    public void A_sheet_that_changed_is_read_again_and_the_others_stay()
    {
        var files = MemoryContentFiles.Parse(Folder);
        var first = FolderReader.Read(files);
        Assert.Empty(first.Faults);
        files.Set("fiches/F1.json", Text("F1", "Autre titre"));
        var second = FolderReader.Update(files, first, ["fiches/F1.json"]);
        Assert.Equal("Autre titre", second.Snapshot!.Sheets["F1"].Title);
        Assert.Same(first.Snapshot!.Sheets["F2"], second.Snapshot.Sheets["F2"]);
        Assert.Same(first.Snapshot.Sites["vany"], second.Snapshot.Sites["vany"]);
        files.Remove("fiches/F2.json");
        Assert.Equal(["F1"], FolderReader.Update(files, second, ["fiches"]).Snapshot!.Sheets.Keys);
    }

    [Fact]
    public void The_chosen_sheets_are_the_territorys_the_sites_and_those_that_texts_name()
    {
        var snapshot = FolderReader.Read(MemoryContentFiles.Parse(Folder)).Snapshot!;
        Assert.Equal(["F1", "F2", "F3"], SheetReferences.In(snapshot));
        Assert.Equal(["F2"], SheetReferences.ChosenFor(snapshot.Sites["vany"].Site, snapshot.Territory).ToList());
    }

    [Fact]
    public void Writing_a_territory_and_reading_it_again_keeps_its_sheets_and_choices()
    {
        var snapshot = FolderReader.Read(MemoryContentFiles.Parse(Folder)).Snapshot!;
        var written = new MemoryContentFiles();
        FolderWriter.Write(snapshot, written);
        Assert.Equal(SnapshotText.Of(snapshot), SnapshotText.Of(FolderReader.Read(written).Snapshot!));
    }

    [Fact]
    public void A_dossier_needs_the_sheets_that_it_lists()
    {
        var dossier = SheetJson.Read(Encoding.UTF8.GetBytes(
            "{\"id\":\"N1\",\"title\":\"x\",\"kind\":\"Dossier\",\"address\":\"x\",\"content\":[{\"is\":\"links\",\"links\":[{\"title\":\"x\",\"sheet\":\"F5\"},{\"title\":\"x\",\"sheet\":\"N2\"}]}]}"));
        Assert.Equal(["F5"], SheetReferences.NeededBy(dossier));
        Assert.Empty(SheetReferences.NeededBy(dossier with { Id = "F9" }));
    }

    private static string Text(string id, string title) => SheetJson.Write(new() { Id = id, Title = title, Kind = "Fiche pratique", Address = OfficialAddress.Of(id) });

    private static string Folder => $$"""
        -- territory.yaml --
        name: T
        timeZone: Europe/Paris
        brand: { primary: "#003d7c", accent: "#c4005f" }
        fiches: [F1]
        -- fiches/F1.json --
        {{Text("F1", "Un")}}
        -- fiches/F2.json --
        {{Text("F2", "Deux")}}
        -- vany/site.yaml --
        kind: commune
        name: Vany
        domain: www.vany.example
        eServices: { fiches: [F2] }
        -- vany/pages/a.md --
        ---
        title: A
        ---
        :::: callout
        ::: fiche {id=F3 title="Trois"}
        :::
        ::::

        `::: fiche {id=F4}`
        """;
}
