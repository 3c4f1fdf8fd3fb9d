using SiteFactory.Content.Model;
using SiteFactory.EServices.Box;
using SiteFactory.EServices.Http;
using SiteFactory.EServices.Open311;
using SiteFactory.EServices.Publik;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Api;

/// <summary>The sites' own adapters against this portal, over HTTP: what one says the other understands.</summary>
public sealed class AdapterTests : PortalTest
{
    private const string Key = "clef-de-test-assez-longue";

    private protected override void Set(PortalOptions options) => options.ApiUsers.Add(new() { Name = "sites", Key = Key });

    [Fact]
    public async Task The_box_adapter_reads_the_catalogue_and_its_addresses_open()
    {
        var portal = new BoxPortal(Declaration("box"), null);
        var services = (await portal.ReadAsync(new Wire(Host), default))!.Value;
        Assert.Equal(7, services.Length);
        using var citizen = Citizen();
        foreach (var service in services)
        {
            await citizen.OpenAsync(new Uri(service.Url).PathAndQuery + "?commune=57694");
            Assert.True(citizen.Status == System.Net.HttpStatusCode.OK && citizen.Page.QuerySelector("form[data-form]") is not null, service.Url);
        }
    }

    [Fact]
    public async Task The_publik_adapter_signs_so_that_this_portal_knows_it()
    {
        var portal = new PublikPortal(Declaration("publik"), new("sites", Key, new Now(Host)));
        Assert.Equal(7, (await portal.ReadAsync(new Wire(Host), default))!.Value.Length);
        var stranger = new PublikPortal(Declaration("publik"), new("sites", "une-autre-clef-assez-longue", new Now(Host)));
        await Assert.ThrowsAsync<PortalException>(() => stranger.ReadAsync(new Wire(Host), default));
    }

    [Fact]
    public async Task The_open311_adapter_reads_the_categories() =>
        Assert.Equal(14, (await new Open311Portal(Declaration("open311")).ReadAsync(new Wire(Host), default))!.Value.Length);

    [Fact]
    public async Task The_door_of_the_adapter_opens_a_request()
    {
        var code = await ReportAsync();
        var door = new BoxPortal(Declaration("box"), null).Tracking!;
        using var client = Host.Client();
        // From a commune's site, as a browser says it.
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var content = new FormUrlEncodedContent([new(door.Field, code)]);
        using var answer = await client.PostAsync(new Uri(door.Address), content);
        Assert.Equal("/demande/" + code, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_service_known_by_its_key_alone_opens_too()
    {
        var address = new BoxPortal(Declaration("box"), null).AddressOf("composteur");
        using var client = Host.Client();
        using var answer = await client.GetAsync(new Uri(address + "?commune=57694"));
        Assert.Equal("/dechets/composteur/?commune=57694", answer.Headers.Location?.ToString());
    }

    private PortalDeclaration Declaration(string kind) => new("metropole", kind, Host.BaseUrl, null);

    private sealed class Wire(PortalHost host) : IPortalTransport
    {
        public async Task<ReadOnlyMemory<byte>> GetAsync(Uri address, bool isLocal, CancellationToken cancellation)
        {
            using var client = host.Client();
            using var answer = await client.GetAsync(address, cancellation);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(cancellation) : throw new PortalException(PortalProblem.Refused, address.ToString());
        }
    }

    private sealed class Now(PortalHost host) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => host.Clock.GetCurrentInstant().ToDateTimeOffset();
    }
}
