using System.Text.Json;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;
using SiteFactory.EServices.Publik;

namespace SiteFactory.EServices.Tests.Publik;

public class PublikPortalTests
{
    private static readonly PortalDeclaration Declaration = new("metropole", "publik", "https://services.example.org/", null);
    private static readonly PublikSigning Signing = new("sitefactory", "secret", TimeProvider.System);

    [Fact]
    public async Task Categories_give_the_services_in_plain_words()
    {
        var services = await ReadAsync(new FakeTransport().With("/api/categories/", Recorded.Answer("publik-categories.json")));
        Assert.Equal(["signaler-une-anomalie", "occupation-voirie", "composteur"], services.Select(s => s.Key));
        var first = services[0];
        Assert.Equal(("Signaler une anomalie", "Un lampadaire éteint\u00a0? Prévenez-nous.", "Espace public"), (first.Title, first.Description, first.Category));
        Assert.Equal("https://demarches.example.org/espace-public/signaler-une-anomalie/", first.Url);
        Assert.True(first is { IsOpen: true, NeedsSignIn: false });
        Assert.True(services[1].NeedsSignIn);
        Assert.Equal(["compost", "jardin"], services[2].Keywords.ToArray());
    }

    [Fact]
    public async Task The_names_of_agents_are_kept_nowhere()
    {
        var transport = new FakeTransport().With("/api/categories/", Recorded.Answer("publik-categories.json")).With("/api/formdefs/", Recorded.Answer("publik-formdefs.json"));
        var services = await ReadAsync(transport, Signing);
        Assert.DoesNotContain("Jeanne", JsonSerializer.Serialize(services), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_key_the_list_of_forms_completes_the_categories()
    {
        var transport = new FakeTransport().With("/api/categories/", Recorded.Answer("publik-categories.json")).With("/api/formdefs/", Recorded.Answer("publik-formdefs.json"));
        var services = await ReadAsync(transport, Signing);
        Assert.Equal(["signaler-une-anomalie", "occupation-voirie", "composteur", "jures"], services.Select(s => s.Key));
        Assert.True(services[2].NeedsSignIn);
        Assert.False(services[3].IsOpen);
        Assert.All(transport.Asked, a => Assert.True(PublikSignature.Matches(a.Query[1..], "secret")));
    }

    [Theory]
    [InlineData("publik-formdefs.json", "composteur")]
    [InlineData("publik-formdefs-bare.json", "piscine")]
    public async Task Both_shapes_of_the_list_of_forms_are_read(string answer, string first)
    {
        var services = await ReadAsync(new FakeTransport().With("/api/formdefs/", Recorded.Answer(answer)));
        Assert.Equal(first, services[0].Key);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://evil.example/form/")]
    [InlineData("https://demarches.example.org:pw@evil.example/")]
    [InlineData("ftp://services.example.org/x/")]
    [InlineData("/relative/")]
    public async Task An_address_that_is_not_the_portals_is_not_followed(string url)
    {
        var answer = JsonSerializer.Serialize(new[] { new { title = "Piscine", slug = "piscine", url } });
        var services = await ReadAsync(new FakeTransport().With("/api/formdefs/", answer));
        Assert.Equal("https://services.example.org/piscine/", Assert.Single(services).Url);
    }

    [Fact]
    public async Task Words_of_a_portal_lose_markup_controls_and_excess()
    {
        var answer = JsonSerializer.Serialize(new object[]
        {
            new { title = "<b>Piscine</b>\u0000<script>alert(1)</script>", slug = "Piscine d’été", description = new string('x', 5000), keywords = Enumerable.Range(0, 500).Select(i => $"m{i}") },
            new { title = "", slug = "vide" },
            new { title = "Sans nom" },
            new { title = 12, slug = "nombre" },
            "texte",
            new { title = "Deux fois", slug = "piscine-d-ete" },
        });
        var service = Assert.Single(await ReadAsync(new FakeTransport().With("/api/formdefs/", answer)));
        Assert.Equal("piscine-d-ete", service.Key);
        Assert.Equal("Piscine alert(1)", service.Title);
        Assert.InRange(service.Description!.Length, 1, 600);
        Assert.InRange(service.Keywords.Length, 1, 30);
    }

    [Theory]
    [InlineData("", PortalProblem.Malformed)]
    [InlineData("<html>", PortalProblem.Malformed)]
    [InlineData("{\"data\":", PortalProblem.Malformed)]
    [InlineData("{\"data\":{}}", PortalProblem.Malformed)]
    [InlineData("\"data\"", PortalProblem.Malformed)]
    [InlineData("null", PortalProblem.Malformed)]
    [InlineData("{\"err\":1,\"err_desc\":\"invalid signature\"}", PortalProblem.Refused)]
    public async Task What_is_no_list_is_no_catalogue(string answer, PortalProblem problem)
    {
        var e = await Assert.ThrowsAsync<PortalException>(() => ReadAsync(new FakeTransport().With("/api/categories/", answer).With("/api/formdefs/", answer)));
        Assert.Equal(problem, e.Problem);
    }

    [Fact]
    public void A_request_is_followed_by_its_code()
    {
        var portal = new PublikPortal(Declaration, null);
        Assert.Equal(new TrackingDoor("post", "https://services.example.org/code/load", "code"), portal.Tracking);
        Assert.Equal("https://services.example.org/bacs/", portal.AddressOf("bacs"));
        Assert.Equal(["commune"], portal.Prefills.ToArray());
    }

    private static async Task<IReadOnlyList<PortalService>> ReadAsync(FakeTransport transport, PublikSigning? signing = null) =>
        (await new PublikPortal(Declaration, signing).ReadAsync(transport, CancellationToken.None))!.Value;
}
