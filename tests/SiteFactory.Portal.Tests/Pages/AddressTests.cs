using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Pages;

/// <summary>The search of addresses.</summary>
public sealed class AddressTests : PortalTest
{
    [Theory]
    [InlineData("principale vany", "Mairie, 10 rue Principale, Vany")]
    [InlineData("EGLISE", "École, 4 rue de l’Église, Amanvillers")]
    public async Task Places_of_the_territory_are_found_without_any_other_server(string text, string label)
    {
        using var client = Host.Client();
        var found = await client.GetFromJsonAsync<JsonElement>("/adresses?q=" + Uri.EscapeDataString(text));
        Assert.Equal(label, found[0].GetProperty("label").GetString());
        Assert.InRange(found[0].GetProperty("lat").GetDouble(), 49, 50);
    }

    [Fact]
    public async Task Two_letters_find_nothing()
    {
        using var client = Host.Client();
        Assert.Equal(0, (await client.GetFromJsonAsync<JsonElement>("/adresses?q=va")).GetArrayLength());
    }

    [Fact]
    public async Task A_silent_address_service_leaves_the_local_places()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var host = await PortalHost.StartAsync(o => o.AddressApi = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/search");
        using var client = host.Client();
        var found = await client.GetFromJsonAsync<JsonElement>("/adresses?q=principale");
        Assert.Equal(1, found.GetArrayLength());
    }
}
