using System.Text;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Content.Tests.FolderFormat;

/// <summary>What a folder may hold by accident or by malice: told as a fault of the file, never an exception, never a long wait.</summary>
public class HostileFolderTests
{
    private const string Page = "vany/pages/a.md";

    private const string Territory = """
        -- territory.yaml --
        name: Territoire
        timeZone: Europe/Paris
        brand: { primary: "#003d7c", accent: "#b0005e" }
        -- vany/site.yaml --
        kind: commune
        name: Vany
        domain: www.vany.example
        """;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    [Fact]
    public void The_mark_of_utf8_and_the_line_ends_of_every_system_are_read()
    {
        var files = Files();
        files.Set(Page, [.. Mark, .. Encoding.UTF8.GetBytes("---\r\ntitle: Accueil\r\nsummary: Deux mots\r\n---\r\nBonjour\r\n")]);
        var result = FolderReader.Read(files);
        Assert.Empty(result.Faults);
        var page = Assert.Single(result.Snapshot!.Sites["vany"].Pages);
        Assert.Equal(("Accueil", "Deux mots"), (page.Title, page.Summary));
    }

    [Theory]
    [InlineData("---\ntitle:\tA\n\tsummary: b\n---\n", FaultCodes.BadYaml, 2)]
    [InlineData("---\ntitle: A\ntitle: B\n---\n", FaultCodes.DuplicateKey, 3)]
    [InlineData("---\ntitle: &t A\nsummary: *t\n---\n", FaultCodes.UnsupportedYaml, 2)]
    [InlineData("---\ntitle: !!binary aGVsbG8=\n---\n", FaultCodes.UnsupportedYaml, 2)]
    [InlineData("---\n<<: { title: A }\n---\n", FaultCodes.UnknownKey, 2)]
    [InlineData("---\ntitle: A\0B\n---\n", FaultCodes.BadYaml, 2)]
    [InlineData("---\ntitle: [A]\n---\n", FaultCodes.ExpectedText, 2)]
    [InlineData("", FaultCodes.MissingFrontMatter, 1)]
    [InlineData("---\ntitle: A\n", FaultCodes.UnclosedFrontMatter, 1)]
    public void A_page_that_cannot_be_read_is_told_with_its_line(string text, string code, int line) =>
        Expect(code, line, files => files.Set(Page, text));

    [Fact]
    public void The_encoding_that_some_editors_call_unicode_is_named_for_what_it_is() =>
        Expect(FaultCodes.NotUtf8, 1, files => files.Set(Page, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("---\ntitle: A\n---\n")]));

    [Fact]
    public void References_that_would_grow_without_end_are_refused_at_the_first() =>
        Expect(FaultCodes.UnsupportedYaml, 2, files => files.Set(Page, "---\ntitle: &a [x, x, x, x, x]\nsummary: &b [*a, *a, *a, *a]\ntopics: [*b, *b, *b]\n---\n"));

    [Fact]
    public void Lists_nested_without_end_are_refused() =>
        Expect(FaultCodes.UnsupportedYaml, 3, files => files.Set(Page, $"---\ntitle: A\ntopics: {new string('[', 20_000)}{new string(']', 20_000)}\n---\n"));

    [Fact]
    public void A_text_of_more_than_a_million_bytes_is_refused_and_says_how_heavy_it_is()
    {
        var fault = Expect(FaultCodes.FileTooLarge, null, files => files.Set(Page, "---\ntitle: A\n---\n" + new string('m', 2_500_000)));
        Assert.Contains("2,5\u00a0Mo", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("*")]
    public void A_body_nested_without_end_is_a_fault_of_its_text(string opening)
    {
        var body = string.Concat(Enumerable.Repeat(opening, 20_000)) + "x";
        var issues = BodyParser.Parse(body).Issues;
        Assert.True(issues.Length == 0 || issues.Any(i => i is { Code: "too-deep", IsError: true }), string.Join(' ', issues.Select(i => i.Code)));
        Assert.True(BodyParser.PlainText(body).Length <= body.Length);
    }

    [Fact]
    public void Two_spellings_of_one_name_share_an_address_and_the_fault_says_so()
    {
        var fault = Expect(FaultCodes.DuplicateAddress, null, files =>
        {
            files.Set("vany/pages/\u00e9t\u00e9.md", "---\ntitle: Été\n---\n");
            files.Set("vany/pages/e\u0301te\u0301.md", "---\ntitle: Été\n---\n");
        });
        Assert.Contains("/ete/", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_domain_with_and_without_www_belongs_to_one_site() =>
        Expect(FaultCodes.DuplicateDomain, null, files => files.Set("xany/site.yaml", "kind: commune\nname: Xany\ndomain: vany.example\n"));

    [Theory]
    [InlineData("assets/a.md")]
    [InlineData("medias/a.md")]
    [InlineData("recherche/index2.md")]
    [InlineData("hors-connexion.md")]
    public void No_page_stands_where_the_site_keeps_its_own_files(string path) =>
        Expect(FaultCodes.ReservedAddress, null, files => files.Set("vany/pages/" + path, "---\ntitle: A\n---\n"));

    [Fact]
    public void An_ending_in_capitals_is_told_with_the_right_one()
    {
        var fault = Expect(FaultCodes.UnknownFile, null, files => files.Set("vany/pages/Mairie.MD", "---\ntitle: A\n---\n"));
        Assert.Contains(".md", fault.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image: media/../../../etc/passwd", FaultCodes.BadMediaPath)]
    [InlineData("image: /etc/passwd", FaultCodes.BadMediaPath)]
    [InlineData("image: jury/../media/a.jpg", FaultCodes.BadMediaPath)]
    [InlineData("redirectFrom: [\"//example.org/\"]", FaultCodes.BadPath)]
    [InlineData("redirectFrom: [\"/a;b/\\n\"]", FaultCodes.BadPath)]
    [InlineData("mount: /../x/", FaultCodes.BadPath)]
    public void Nothing_leads_out_of_the_folder_or_of_the_site(string line, string code) =>
        Expect(code, 3, files => files.Set(Page, $"---\ntitle: A\n{line}\n---\n"));

    [Fact]
    public void All_faults_of_all_files_are_told_in_one_run()
    {
        var files = Files();
        files.Set("territory.yaml", files.Text("territory.yaml") + "\nfoo: 1\n");
        files.Set("vany/site.yaml", files.Text("vany/site.yaml") + "\nbar: 2\neServices: { model: shared, zoo: 1 }\naccessibility: { audit: { dat: 2026-01-01 } }\n");
        files.Set(Page, "---\ntitle: A\ntitel: B\n---\n");
        files.Set("vany/events/e.md", "---\ntitle: E\nstart: demain\nlocation: { nam: X }\n---\n");
        files.Set("vany/overlays.yaml", "- { item: 5d0f, decison: accepted }\n");
        files.Set("vany/media/media.yaml", "- { fil: a.jpg }\n");
        var keys = FolderReader.Read(files).Faults.Where(f => f.Code == FaultCodes.UnknownKey).Select(f => f.Key);
        Assert.Equal(["accessibility.audit.dat", "bar", "decison", "eServices.zoo", "fil", "foo", "location.nam", "titel"], keys.Order(StringComparer.Ordinal));
        Assert.All(FolderReader.Read(files).Faults, f => Assert.True(f.Line > 0 && f.Message.Length > 0 && f.Cure.Length > 0, f.Code));
    }

    private static MemoryContentFiles Files() => MemoryContentFiles.Parse(Territory);

    /// <summary>Exactly this fault, of the site only: the others are built all the same.</summary>
    private static Fault Expect(string code, int? line, Action<MemoryContentFiles> change)
    {
        var files = Files();
        change(files);
        var faults = FolderReader.Read(files).Faults;
        var fault = faults.FirstOrDefault(f => f.Code == code) ?? throw new Xunit.Sdk.XunitException($"{code} is not among: {string.Join(' ', faults.Select(f => f.Code))}");
        Assert.Equal(line, fault.Line);
        Assert.NotEmpty(fault.Cure);
        return fault;
    }
}
