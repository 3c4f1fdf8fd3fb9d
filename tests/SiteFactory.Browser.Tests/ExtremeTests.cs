using System.Globalization;

namespace SiteFactory.Browser.Tests;

/// <summary>Pages keep their shape with texts of any length, and say something where there is nothing yet.</summary>
[Collection(BrowserTests.Name)]
public sealed class ExtremeTests(Sites sites, ExtremeSites extreme) : IClassFixture<ExtremeSites>
{
    private static readonly int[] Widths = [360, 768, 1440];

    private static readonly string[] Long =
    [
        "/", "/p01/", "/p01/q01/", "/p02/", "/actualites/", "/actualites/n01/", "/agenda/", "/agenda/2026-12/", "/agenda/e01/", "/annuaire/", "/annuaire/d01/",
        "/documents/", "/documents/o01/", "/demarches/", "/demarches/longue/", "/carte/", "/recherche/?q=anticonstitutionnellement", "/plan-du-site/", "/contact/",
    ];

    [Fact]
    public async Task Nothing_is_wider_than_the_screen_however_long_the_words()
    {
        await using var visitor = await Visitor.ComeAsync(sites, path => extreme.Url(ExtremeTerritory.Long, path));
        var wide = new List<string>();
        foreach (var page in Long)
        {
            await visitor.GoAsync(page);
            foreach (var width in Widths)
            {
                await visitor.Page.SetViewportSizeAsync(width, 800);
                var actual = await visitor.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                if (actual > width)
                    wide.Add(string.Create(CultureInfo.InvariantCulture, $"{page} is {actual} pixels wide on a screen of {width}"));
            }
        }
        Assert.Empty(wide);
        visitor.AssertClean();
    }

    [Theory]
    [InlineData("/actualites/", "Aucune actualité")]
    [InlineData("/agenda/", "Aucun événement")]
    [InlineData("/annuaire/", "encore vide")]
    [InlineData("/documents/", "Aucun document")]
    [InlineData("/carte/", "Aucun lieu")]
    [InlineData("/demarches/", "Aucune démarche")]
    public async Task A_list_that_has_nothing_yet_says_so_and_leads_on(string page, string words)
    {
        await using var visitor = await Visitor.ComeAsync(sites, path => extreme.Url(ExtremeTerritory.Empty, path));
        await visitor.GoAsync(page);
        var empty = visitor.Page.Locator(".empty");
        Assert.Contains(words, await empty.InnerTextAsync(), StringComparison.Ordinal);
        var target = await empty.Locator("a").GetAttributeAsync("href");
        Assert.Equal(200, (await visitor.GoAsync(target!))!.Status);
        visitor.AssertClean();
    }
}

/// <summary>The two communes, built and served once.</summary>
public sealed class ExtremeSites : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitefactory-extreme-").FullName;
    private SiteServer? _server;

    internal string Url(string site, string path) => _server!.Url(site, path);

    public async Task InitializeAsync()
    {
        var content = Path.Combine(_folder, "content");
        var output = Path.Combine(_folder, "public");
        ExtremeTerritory.Write(content);
        await Programs.RunAsync("build", "--content", content, "--output", output, "--at", Sites.Now, "--skip", "pictures,precompress");
        _server = await SiteServer.StartAsync(output);
    }

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
