using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NodaTime;
using SiteFactory.Portal.Guard;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Api;

/// <summary>Publik's routes in Publik's shapes.</summary>
public sealed class PublikApiTests : PortalTest
{
    private const string Key = "clef-de-test-assez-longue";

    private protected override void Set(PortalOptions options) => options.ApiUsers.Add(new() { Name = "vany", Key = Key });

    [Fact]
    public async Task Everybody_reads_the_catalogue()
    {
        using var client = Host.Client();
        var data = (await client.GetFromJsonAsync<JsonElement>("/api/categories/?full=on")).GetProperty("data");
        var form = data.EnumerateArray().First().GetProperty("forms")[0];
        Assert.Equal("signaler-une-anomalie", form.GetProperty("slug").GetString());
        Assert.Equal(Host.BaseUrl + "/espace-public/signaler-une-anomalie/", form.GetProperty("url").GetString());
        foreach (var name in (string[])["title", "slug", "url", "description", "keywords", "authentication_required", "always_advertise", "redirection", "category", "category_slug", "functions", "count"])
            Assert.True(form.TryGetProperty(name, out _), name);
        Assert.Empty(form.GetProperty("functions").EnumerateObject());
        var plain = (await client.GetFromJsonAsync<JsonElement>("/api/categories/")).GetProperty("data")[0];
        Assert.Equal(["title", "slug", "url", "description", "keywords"], plain.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task A_consultation_that_is_over_leaves_the_catalogue()
    {
        using var client = Host.Client();
        Assert.Contains("consultation-mobilites", await client.GetStringAsync(new Uri("/api/categories/?full=on", UriKind.Relative)), StringComparison.Ordinal);
        Host.Clock.Move(Duration.FromDays(100));
        Assert.DoesNotContain("consultation-mobilites", await client.GetStringAsync(new Uri("/api/categories/?full=on", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_definitions_need_a_signature_whose_nonce_is_used_once()
    {
        using var client = Host.Client();
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri("/api/formdefs/", UriKind.Relative))).StatusCode);
        var query = "/api/formdefs/?" + Signature.Sign("category_slugs=dechets", "vany", Key, Host.Clock.GetCurrentInstant(), "00112233445566778899");
        var answer = await client.GetFromJsonAsync<JsonElement>(query);
        Assert.Equal(0, answer.GetProperty("err").GetInt32());
        Assert.Equal(["encombrants", "bacs", "composteur"], answer.GetProperty("data").EnumerateArray().Select(f => f.GetProperty("slug").GetString()));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri(query, UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("vany", "une-autre-clef-assez-longue", 0)]
    [InlineData("inconnu", Key, 0)]
    [InlineData("vany", Key, 40)]
    public async Task A_wrong_signature_opens_nothing(string who, string key, int seconds)
    {
        using var client = Host.Client();
        var at = Host.Clock.GetCurrentInstant() - Duration.FromSeconds(seconds);
        using var answer = await client.GetAsync(new Uri("/api/formdefs/?" + Signature.Sign("", who, key, at, "00112233445566778899"), UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_search_that_was_signed_cannot_be_changed()
    {
        using var client = Host.Client();
        var query = Signature.Sign("q=bac", "vany", Key, Host.Clock.GetCurrentInstant(), "00112233445566778899").Replace("q=bac", "q=sac", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri("/api/formdefs/?" + query, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_schema_names_the_fields()
    {
        using var client = Host.Client();
        var schema = await client.GetFromJsonAsync<JsonElement>("/api/formdefs/signaler-une-anomalie/schema");
        var field = schema.GetProperty("fields").EnumerateArray().First(f => f.GetProperty("varname").GetString() == "categorie");
        Assert.Equal("item", field.GetProperty("type").GetString());
        Assert.Equal(14, field.GetProperty("items").GetArrayLength());
        Assert.Contains("request.GET.categorie", field.GetProperty("prefill").GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_sends_a_form_and_gets_a_code_that_opens_it()
    {
        using var client = Known();
        var data = new { categorie = "voirie", voirie_type = "trou", description = "Un trou dans la chaussée.", commune = "57694", lieu = "rue Haute", lieu__lat = 49.15, lieu__lon = 6.24 };
        using var sent = await client.PostAsJsonAsync("/api/formdefs/signaler-une-anomalie/submit", new { data, context = new { channel = "web" } });
        var answer = await sent.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(0, answer.GetProperty("err").GetInt32());
        var code = answer.GetProperty("tracking_code").GetString()!;
        Assert.Equal(Host.BaseUrl + "/demande/" + code, answer.GetProperty("data").GetProperty("url").GetString());
        var found = await client.GetFromJsonAsync<JsonElement>("/api/code/" + code);
        Assert.Equal((0, Host.BaseUrl + "/demande/" + code), (found.GetProperty("err").GetInt32(), found.GetProperty("url").GetString()));
        Assert.Contains("/code/load", found.GetProperty("load_url").GetString(), StringComparison.Ordinal);
        Assert.Equal("Vany", (await OnlyAsync(Agents.Metropole)).Line.Commune);
    }

    [Theory]
    [InlineData("""{"data":{"categorie":"voirie"}}""")]
    [InlineData("""{"data":{"categorie":"licornes","description":"Une licorne.","commune":"vany","lieu":"ici"}}""")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""[[[[[[[[[[]]]]]]]]]]""")]
    [InlineData("")]
    public async Task A_form_that_does_not_hold_is_refused(string body)
    {
        using var client = Known();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/formdefs/signaler-une-anomalie/submit", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("err").GetInt32());
    }

    [Fact]
    public async Task Nobody_unknown_sends_a_form()
    {
        using var client = Host.Client();
        using var answer = await client.PostAsJsonAsync("/api/formdefs/contact/submit", new { data = new { } });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private HttpClient Known()
    {
        var client = Host.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("vany:" + Key)));
        return client;
    }
}
