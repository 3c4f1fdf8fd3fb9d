using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Api;

/// <summary>Open311 GeoReport v2.</summary>
public sealed class Open311ApiTests : PortalTest
{
    private const string Key = "clef-de-test-assez-longue";

    private protected override void Set(PortalOptions options) => options.ApiUsers.Add(new() { Name = "fixmystreet", Key = Key });

    [Fact]
    public async Task Services_and_their_attributes_are_listed()
    {
        using var client = Host.Client();
        var services = await client.GetFromJsonAsync<JsonElement>("/services.json?jurisdiction_id=57694");
        Assert.Equal(14, services.GetArrayLength());
        Assert.Equal(["service_code", "service_name", "description", "metadata", "type", "keywords", "group"], services[0].EnumerateObject().Select(p => p.Name));
        var service = await client.GetFromJsonAsync<JsonElement>("/services/voirie.json");
        var attribute = service.GetProperty("attributes")[0];
        Assert.Equal(["variable", "code", "datatype", "required", "order", "description", "values"], attribute.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("voirie_type", "trou"), (attribute.GetProperty("code").GetString(), attribute.GetProperty("values")[0].GetProperty("key").GetString()));
    }

    [Fact]
    public async Task A_request_is_made_and_followed_by_its_code()
    {
        using var client = Host.Client();
        using var made = await PostAsync(client, ("api_key", Key));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>())[0].GetProperty("service_request_id").GetString();
        var request = (await client.GetFromJsonAsync<JsonElement>($"/requests/{id}.json"))[0];
        Assert.Equal(
            ["service_request_id", "status", "status_notes", "service_name", "requested_datetime", "updated_datetime", "address", "lat", "long"], request.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("open", "Voirie", 49.1575), (request.GetProperty("status").GetString(), request.GetProperty("service_name").GetString(), request.GetProperty("lat").GetDouble()));
        // The nearest known place says which commune it is.
        Assert.Equal("Vany", (await OnlyAsync(Agents.Metropole)).Line.Commune);
    }

    [Theory]
    [InlineData("api_key", "", HttpStatusCode.Forbidden)]
    [InlineData("api_key", "court", HttpStatusCode.Forbidden)]
    [InlineData("service_code", "licornes", HttpStatusCode.NotFound)]
    [InlineData("description", "", HttpStatusCode.BadRequest)]
    [InlineData("email", "pas une adresse", HttpStatusCode.BadRequest)]
    [InlineData("attribute[voirie_type]", "", HttpStatusCode.BadRequest)]
    public async Task What_does_not_hold_is_refused(string name, string value, HttpStatusCode status)
    {
        using var client = Host.Client();
        using var answer = await PostAsync(client, ("api_key", Key), (name, value));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal((int)status, (await answer.Content.ReadFromJsonAsync<JsonElement>())[0].GetProperty("code").GetInt32());
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, params (string Name, string Value)[] over)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["service_code"] = "voirie",
            ["lat"] = "49.1575",
            ["long"] = "6.2425",
            ["attribute[voirie_type]"] = "trou",
            ["description"] = "Un trou dans la chaussée.",
            ["email"] = "a@example.org",
        };
        foreach (var (name, value) in over)
            values[name] = value;
        return client.PostAsync(new Uri("/requests.json", UriKind.Relative), new FormUrlEncodedContent(values));
    }
}
