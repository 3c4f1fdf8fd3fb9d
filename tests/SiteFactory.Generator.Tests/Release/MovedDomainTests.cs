using SiteFactory.Generator.Release;
using SiteFactory.Generator.Tests.Build;

namespace SiteFactory.Generator.Tests.Release;

/// <summary>A site that changes its domain: the old address leads to the new one, and shows nothing old.</summary>
public sealed class MovedDomainTests : IDisposable
{
    private const string Old = "www.vany.example";
    private const string New = "www.mairie-vany.example";
    private readonly TestTerritory _territory = new();

    public void Dispose() => _territory.Dispose();

    [Fact]
    public void The_old_link_and_its_releases_go_and_the_old_domain_is_remembered()
    {
        _territory.Built();
        Move(Old, New);
        var sites = new BuiltSites(_territory.Output);
        Assert.Null(sites.ByDomain(Old));
        Assert.False(Path.Exists(Path.Combine(_territory.Output, Old)));
        Assert.False(Directory.Exists(Path.Combine(_territory.Output, ".releases", Old)));
        Assert.Equal("vany", sites.ByDomain(New)!.Card.Key);
        Assert.Equal(New, sites.MovedFrom(Old));
    }

    [Fact]
    public void Both_server_configurations_redirect_the_old_names()
    {
        _territory.Built();
        Move(Old, New);
        Assert.Contains($"server_name {Old} vany.example;", Configuration("nginx.conf"), StringComparison.Ordinal);
        Assert.Contains($"location / {{ return 301 https://{New}$request_uri; }}", Configuration("nginx.conf"), StringComparison.Ordinal);
        Assert.Contains($"{Old}, vany.example {{\n\tredir https://{New}{{uri}} permanent", Configuration("Caddyfile"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_moves_twice_leads_both_old_domains_to_the_last()
    {
        _territory.Built();
        Move(Old, New);
        Move(New, "www.vany57.example");
        var sites = new BuiltSites(_territory.Output);
        Assert.Equal("www.vany57.example", sites.MovedFrom(Old));
        Assert.Equal("www.vany57.example", sites.MovedFrom(New));
    }

    [Fact]
    public void A_site_that_moves_back_is_served_again()
    {
        _territory.Built();
        Move(Old, New);
        Move(New, Old);
        var sites = new BuiltSites(_territory.Output);
        Assert.NotNull(sites.ByDomain(Old));
        Assert.Null(sites.MovedFrom(Old));
        Assert.Equal(Old, sites.MovedFrom(New));
    }

    [Fact]
    public void An_old_page_still_finds_its_stylesheet_at_the_new_domain()
    {
        _territory.Built();
        var folder = new BuiltSites(_territory.Output).ByDomain(Old)!.Folder;
        File.WriteAllText(Path.Combine(folder, "assets", "autre.1a2b3c4d5e.css"), "");
        Move(Old, New);
        Assert.NotNull(new BuiltSites(_territory.Output).ByDomain(New)!.Find("/assets/autre.1a2b3c4d5e.css"));
    }

    [Fact]
    public void While_the_new_site_is_refused_the_old_domain_goes_on()
    {
        _territory.Built();
        _territory.Edit("vany/site.yaml", Old, New);
        _territory.Set("vany/pages/essai.md", "---\ntitle: Essai\n---\n[rien](/nulle-part/)\n");
        Assert.False(_territory.Build().Succeeded);
        Assert.NotNull(new BuiltSites(_territory.Output).ByDomain(Old));
    }

    private string Configuration(string name) => File.ReadAllText(Path.Combine(_territory.Output, ".server", name));

    private void Move(string from, string to)
    {
        _territory.Edit("vany/site.yaml", from, to);
        _territory.Built();
    }
}
