using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;
using SiteFactory.EServices.Open311;

namespace SiteFactory.EServices.Tests.Open311;

public class Open311PortalTests
{
    private static readonly PortalDeclaration Declaration = new("rue", "open311", "https://rue.example.org", null) { Jurisdiction = "metz.fr" };

    [Fact]
    public async Task The_list_of_services_is_the_catalogue()
    {
        var transport = new FakeTransport().With("/services.json", Recorded.Answer("open311-services.json"));
        var services = (await new Open311Portal(Declaration).ReadAsync(transport, CancellationToken.None))!.Value;
        Assert.Equal(["eclairage-public", "depot-sauvage"], services.Select(s => s.Key));
        Assert.Equal(("Éclairage public", "Lampadaire éteint ou abîmé", "Espace public"), (services[0].Title, services[0].Description, services[0].Category));
        Assert.Equal(["lampe", "lampadaire"], services[0].Keywords.ToArray());
        Assert.Null(services[1].Description);
        Assert.Equal("?jurisdiction_id=metz.fr", Assert.Single(transport.Asked).Query);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("<services/>")]
    public async Task What_is_no_list_is_no_catalogue(string answer)
    {
        var e = await Assert.ThrowsAsync<PortalException>(() => new Open311Portal(Declaration).ReadAsync(new FakeTransport().With("/services.json", answer), CancellationToken.None));
        Assert.Equal(PortalProblem.Malformed, e.Problem);
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData("https://rue.example.org/suivi?id={code}", "get", "https://rue.example.org/suivi", "id")]
    [InlineData("https://rue.example.org/report/{code}", "link", "https://rue.example.org/report/", "")]
    [InlineData("https://rue.example.org/suivre", "link", "https://rue.example.org/suivre", "")]
    public void Requests_are_followed_where_the_territory_says(string? tracking, string? method, string? address, string? field)
    {
        var door = new Open311Portal(Declaration with { Tracking = tracking }).Tracking;
        Assert.Equal(method is null ? null : new TrackingDoor(method, address!, field!), door);
    }
}
