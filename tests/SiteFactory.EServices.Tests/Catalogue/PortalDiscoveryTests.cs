using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;

namespace SiteFactory.EServices.Tests.Catalogue;

/// <summary>Nobody has to know what a portal speaks.</summary>
public class PortalDiscoveryTests
{
    private static readonly PortalDeclaration Declaration = new("essai", "publik", "https://demarches.example.org", null);

    [Fact]
    public async Task A_Publik_portal_is_known_by_its_categories()
    {
        var found = await LookAsync(new FakeTransport().With("/api/categories/", Recorded.Answer("publik-categories.json")));
        Assert.Equal(("publik", (PortalProblem?)null), (found.Kind, found.Problem));
        Assert.NotEmpty(found.Services);
    }

    [Fact]
    public async Task An_Open311_portal_is_known_by_its_services()
    {
        var found = await LookAsync(new FakeTransport().With("/services.json", """[{"service_code":"1","service_name":"Nid-de-poule"}]"""));
        Assert.Equal(("open311", "nid-de-poule"), (found.Kind, Assert.Single(found.Services).Key));
    }

    [Fact]
    public async Task Another_site_is_none_and_it_is_said_why()
    {
        var page = "<!doctype html><title>Bonjour</title>";
        var found = await LookAsync(new FakeTransport().With("/api/categories/", page).With("/services.json", page));
        Assert.Equal((null, PortalProblem.Malformed), (found.Kind, found.Problem));
    }

    [Fact]
    public async Task A_private_address_is_asked_once_and_left_alone()
    {
        await using var portal = await Http.HostilePortal.StartAsync();
        using var http = new PortalHttp(PortalLimits.Default);
        var found = await new PortalDiscovery(http, PortalLimits.Default).LookAsync(Declaration with { Url = portal.Url.Replace("http:", "https:", StringComparison.Ordinal) }, CancellationToken.None);
        Assert.Equal(PortalProblem.PrivateAddress, found.Problem);
        Assert.Empty(portal.Agents);
    }

    private static Task<PortalFound> LookAsync(FakeTransport transport) => new PortalDiscovery(transport, PortalLimits.Default).LookAsync(Declaration, CancellationToken.None);
}
