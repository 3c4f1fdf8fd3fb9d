using System.IO.Compression;
using System.Text;

namespace SiteFactory.Generator.Cli.Tests.Commands;

/// <summary><c>sitefactory fiches</c>: the chosen sheets come in, the others go, and a build needs no network.</summary>
public sealed class SheetsCommandTests : IDisposable
{
    private readonly SmallTerritory _territory = new();
    private readonly string _source = Directory.CreateTempSubdirectory("fiches-").FullName;

    public SheetsCommandTests()
    {
        _territory.Write("territory.yaml", File.ReadAllText(Path.Combine(_territory.Content, "territory.yaml")) + "\nfiches: [F1, N1]\n");
        Directory.CreateDirectory(Path.Combine(_source, "data", "particuliers"));
        Json("F1", "Publication", "Carte d'identité", "[]");
        Json("F2", "Publication", "Passeport", "[]");
        Json("N1", "Publication", "Papiers", """[{"type":"element","name":"SousDossier","children":[{"type":"element","name":"Fiche","attributes":{"ID":"F2"},"children":[{"type":"text","text":"Passeport"}]}]}]""");
        Json("F9", "Publication", "Autre", "[]");
    }

    public void Dispose()
    {
        _territory.Dispose();
        Directory.Delete(_source, recursive: true);
    }

    [Fact]
    public async Task The_chosen_sheets_come_in_with_those_that_a_dossier_lists()
    {
        var run = await Fetch(_source);
        Assert.Equal((ExitCodes.Done, ""), (run.Code, run.Error));
        Assert.Equal(["F1.json", "F2.json", "N1.json"], Kept());
        Assert.Contains("Carte d’identité", File.ReadAllText(Path.Combine(_territory.Content, "fiches", "F1.json")), StringComparison.Ordinal);
        Assert.Contains("sans changement : 3", (await Fetch(_source)).Output.Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_chooses_any_more_goes()
    {
        await Fetch(_source);
        _territory.Write("territory.yaml", File.ReadAllText(Path.Combine(_territory.Content, "territory.yaml")).Replace("[F1, N1]", "[F1]", StringComparison.Ordinal));
        Assert.Contains("F2, N1", (await Fetch(_source)).Output, StringComparison.Ordinal);
        Assert.Equal(["F1.json"], Kept());
    }

    [Fact]
    public async Task A_sheet_that_the_source_does_not_have_is_told_and_stays()
    {
        await Fetch(_source);
        File.Delete(Path.Combine(_source, "data", "particuliers", "F1.json"));
        var run = await Fetch(_source);
        Assert.Equal(ExitCodes.ContentFaults, run.Code);
        Assert.Contains("F1", run.Error, StringComparison.Ordinal);
        Assert.Contains("F1.json", Kept());
    }

    [Fact]
    public async Task The_official_archive_will_do_as_well()
    {
        var archive = Path.Combine(_source, "vosdroits.zip");
        using (var zip = ZipFile.Open(archive, ZipArchiveMode.Create))
        {
            foreach (var id in (string[])["F1", "N1"])
            {
                using var entry = zip.CreateEntry($"{id}.xml").Open();
                entry.Write(Encoding.UTF8.GetBytes($"<Publication ID=\"{id}\"/>"));
            }
        }
        Assert.Equal(ExitCodes.Done, (await Fetch(archive)).Code);
        Assert.Equal(["F1.json", "N1.json"], Kept());
    }

    [Theory]
    [InlineData("/nulle/part")]
    [InlineData("http://exemple.gouv.fr/fiches.zip")]
    public async Task A_source_that_is_none_is_told(string source)
    {
        var run = await Fetch(source);
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains(source, run.Error, StringComparison.Ordinal);
    }

    private Task<Run> Fetch(string source) => Run.Of("fiches", "--source", source, "--content", _territory.Content);

    private IEnumerable<string?> Kept() => Directory.GetFiles(Path.Combine(_territory.Content, "fiches")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private void Json(string id, string root, string title, string children) => File.WriteAllText(
        Path.Combine(_source, "data", "particuliers", id + ".json"),
        $$"""{"id":"{{id}}","children":[{"type":"element","name":"{{root}}","attributes":{"ID":"{{id}}"},"children":[{"type":"element","name":"dc:title","children":[{"type":"text","text":"{{title}}"}]},{"type":"element","name":"Texte","children":[]}{{(children == "[]" ? "" : "," + children[1..^1])}}]}]}""");
}
