using System.IO.Compression;
using SiteFactory.Generator.Load;

namespace SiteFactory.Generator.Tests.Services;

/// <summary>The package's folder and the official archive list and give the same sheets.</summary>
public sealed class SheetSourceTests : IDisposable
{
    private const string Xml = """<Publication xmlns:dc="http://purl.org/dc/elements/1.1/" ID="{0}"><dc:title>{1}</dc:title><dc:creator>DILA</dc:creator><dc:subject>Famille</dc:subject>{2}</Publication>""";
    private const string Json = """{"id":"{0}","children":[{"type":"element","name":"Publication","attributes":{"ID":"{0}"},"children":[{"type":"element","name":"dc:title","children":[{"type":"text","text":"{1}"}]},{"type":"element","name":"dc:subject","children":[{"type":"text","text":"Famille"}]}]}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("sf-fiches-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_archive_lists_its_sheets_from_their_heads_and_a_dossier_brings_its_own()
    {
        var path = Path.Combine(_folder, "vosdroits.zip");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            Write(archive, "F1.xml", Filled(Xml, "F1", "Livret de famille", ""));
            Write(archive, "N2.xml", Filled(Xml, "N2", "Papiers : l'essentiel", """<Fiche ID="F1">Livret de famille</Fiche>"""));
            // What follows the head of a sheet is not read for its title.
            Write(archive, "F3.xml", Filled(Xml, "F3", "Naissance", "<Texte><Paragraphe>")[..^14]);
            Write(archive, "menu.xml", "<menu/>");
            Write(archive, "F4.xml", "<html><body>");
        }
        using var source = SheetSource.Open(path);
        Assert.Equal([("F1", "Livret de famille", "Famille"), ("F3", "Naissance", "Famille"), ("N2", "Papiers\u00a0: l’essentiel", "Famille")], source.Titles().Select(t => (t.Id, t.Title, t.Theme)).Order());
        var (sheets, missing) = source.Gather(["N2", "F9"]);
        Assert.Equal(["F1", "N2"], sheets.Select(s => s.Id));
        Assert.Equal(["F9"], missing);
    }

    [Fact]
    public void The_package_lists_what_its_index_lacks_and_nothing_that_it_does_not_have()
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data", "particuliers")).FullName;
        File.WriteAllText(Path.Combine(_folder, "data", "index.json"), """[{"id":"F1","title":"Livret de famille","subject":"Famille","type":"particuliers"},{"id":"F8","title":"Disparue","subject":null}]""");
        File.WriteAllText(Path.Combine(data, "index.json"), """["F1","F2"]""");
        File.WriteAllText(Path.Combine(data, "F1.json"), Filled(Json, "F1", "Livret de famille"));
        File.WriteAllText(Path.Combine(data, "F2.json"), Filled(Json, "F2", "Naissance"));
        File.WriteAllText(Path.Combine(data, "F3.json"), "{}");
        using var source = SheetSource.Open(_folder);
        Assert.Equal([("F1", "Livret de famille", "Famille"), ("F2", "Naissance", "Famille")], source.Titles().Select(t => (t.Id, t.Title, t.Theme)).Order());
    }

    private static string Filled(string text, params string[] words) => words.Select((w, i) => (w, i)).Aggregate(text, (t, w) => t.Replace($"{{{w.i}}}", w.w, StringComparison.Ordinal));

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry("vdd/" + name).Open());
        writer.Write(text);
    }
}
