using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Generator;
using SiteFactory.Generator.Load;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Cms.Tests.Delivery;

/// <summary>A generator elsewhere builds from the API what it would build from the folder.</summary>
public sealed class FeedTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sf-feed-").FullName;

    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.StartAsync();

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_site_built_from_the_api_is_the_site_built_from_the_folder()
    {
        using var program = await _host.ProgramAsync(ApiRight.Read);
        var copy = Path.Combine(_folder, "copy");
        await new RemoteContent(program, copy).RefreshAsync(CancellationToken.None);
        var original = Path.Combine(_folder, "original");
        SampleTerritory.WriteTo(original);
        var fromApi = Build(copy, "from-api");
        var fromFolder = Build(original, "from-folder");
        Assert.NotEmpty(fromFolder);
        Assert.Equal(fromFolder.Keys.Order(), fromApi.Keys.Order());
        Assert.Empty(fromFolder.Where(f => !f.Value.AsSpan().SequenceEqual(fromApi[f.Key])).Select(f => f.Key));
    }

    [Fact]
    public async Task Only_what_changed_is_fetched_and_what_went_away_goes_away()
    {
        using var program = await _host.ProgramAsync(ApiRight.Publish);
        var copy = Path.Combine(_folder, "copy");
        var source = new RemoteContent(program, copy);
        var before = await source.RefreshAsync(CancellationToken.None);
        var page = Path.Combine(copy, "vany/pages/vie-municipale/conseil.md");
        Assert.True(File.Exists(page));
        var version = await _host.InDatabaseAsync(d => d.Items.Where(i => i.Id == SampleTerritory.VanyPage).Select(i => i.Version).SingleAsync());
        using var withdrawn = await program.PostAsync(new Uri($"/api/v1/sites/vany/items/{SampleTerritory.VanyPage}/withdraw?version={version}", UriKind.Relative), null);
        withdrawn.EnsureSuccessStatusCode();
        var lines = (await program.GetStringAsync(new Uri($"/api/v1/territory/snapshot?since={before}", UriKind.Relative))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.True(await source.RefreshAsync(CancellationToken.None) > before);
        Assert.False(File.Exists(page));
    }

    [Fact]
    public async Task A_source_that_names_a_path_outside_is_refused()
    {
        using var liar = new HttpClient(new Liar("""{"revision":1,"whole":true,"files":1}""" + "\n" + """{"path":"../dehors.txt","text":"x"}""" + "\n")) { BaseAddress = new("https://menteur.example/") };
        var copy = Path.Combine(_folder, "copy");
        await Assert.ThrowsAsync<RemoteContentException>(() => new RemoteContent(liar, copy).RefreshAsync(CancellationToken.None));
        Assert.False(File.Exists(Path.Combine(_folder, "dehors.txt")));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_told_and_fetched_whole_again()
    {
        using var broken = new HttpClient(new Liar("""{"revision":9,"whole":true,"files":3}""" + "\n" + """{"path":"territory.yaml","text":"x"}""" + "\n")) { BaseAddress = new("https://coupe.example/") };
        var copy = Path.Combine(_folder, "copy");
        await Assert.ThrowsAsync<RemoteContentException>(() => new RemoteContent(broken, copy).RefreshAsync(CancellationToken.None));
        using var program = await _host.ProgramAsync(ApiRight.Read);
        await new RemoteContent(program, copy).RefreshAsync(CancellationToken.None);
        Assert.Contains("Territoire d’essai", await File.ReadAllTextAsync(Path.Combine(copy, "territory.yaml")), StringComparison.Ordinal);
    }

    private Dictionary<string, byte[]> Build(string content, string name)
    {
        var output = Path.Combine(_folder, name);
        using var generator = new SiteGenerator(new BuildOptions { Content = content, Output = output, At = _host.Clock.GetCurrentInstant(), Pictures = false, Precompress = false }, new TerritoireTheme());
        Assert.True(generator.Build().Succeeded);
        return Directory.EnumerateDirectories(output).Where(d => !Path.GetFileName(d).StartsWith('.'))
            .SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories).Select(f => (Name: Path.GetFileName(d) + f[d.Length..], File: f)))
            .ToDictionary(f => f.Name, f => File.ReadAllBytes(f.File), StringComparer.Ordinal);
    }

    private sealed class Liar(string answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(answer) });
    }
}
