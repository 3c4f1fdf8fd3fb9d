using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Generator.Release;

namespace SiteFactory.Cms.Tests.Publishing;

/// <summary>What nobody waits for follows the publication, in complete builds.</summary>
public sealed class CatchingUpTests
{
    private const string Domain = "www.vany.example";
    private const string Photo = "\n-- vany/pages/photo.md --\n---\ntitle: La place\nimage: media/hero.jpg\nimageAlt: La place\n---\nLa place.\n-- vany/media/media.yaml --\n- { file: hero.jpg, alt: La place }\n";

    [Fact]
    public async Task A_site_stands_first_and_its_slowest_pictures_and_the_search_follow()
    {
        using var seed = new TemporaryFolder();
        SampleTerritory.WriteTo(seed.Path, SampleTerritory.Text + Photo);
        File.Copy(Path.Combine(Repository.Root, "communes/chesny/media/hero.jpg"), Path.Combine(seed.Path, "vany/media/hero.jpg"));
        await using var host = await CmsHost.StartAsync(role: CmsRole.All, seed: seed.Path, settings: ["--Cms:FullBuilds=true"]);

        await host.UntilAsync(() => new BuiltSites(host.Output).ByDomain(Domain) is { Card.Provisional: false });
        var store = new ReleaseStore(host.Output, Domain);
        Assert.True(ReleaseCard.TryRead(store.CardFileOf(store.All[0]))!.Provisional);
        Assert.DoesNotContain(".avif", PageIn(store.All[0]), StringComparison.Ordinal);
        Assert.Contains(".avif", PageIn(store.Current!), StringComparison.Ordinal);

        var search = new ReleaseStore(host.Output, ".territoire");
        var before = search.Current!;
        using var visitor = await host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync($"/s/vany/pages/{SampleTerritory.VanyPage}", "Publish", ("Body", "Le conseil et le lavoir."));
        await host.UntilAsync(() => search.Current is { } now && now != before);
        Assert.Contains(".avif", PageIn(store.Current!), StringComparison.Ordinal);

        string PageIn(string release) => File.ReadAllText(Path.Combine(store.FolderOf(release), "photo/index.html"));
    }
}
