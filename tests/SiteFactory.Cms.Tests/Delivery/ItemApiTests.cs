using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Delivery;

public sealed class ItemApiTests : IAsyncLifetime
{
    private const string Items = "/api/v1/sites/vany/items";

    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Items_are_read_by_kind_and_paged()
    {
        using var program = await _host.ProgramAsync(ApiRight.Read, "vany");
        var first = (await program.GetFromJsonAsync<JsonObject>(Items + "?kind=page&pageSize=1&sort=oldest"))!;
        var second = (await program.GetFromJsonAsync<JsonObject>(Items + "?kind=page&pageSize=1&sort=oldest&page=2"))!;
        Assert.Equal(2, (int)first["total"]!);
        Assert.NotEqual((string)first["items"]![0]!["id"]!, (string)second["items"]![0]!["id"]!);
    }

    [Theory]
    [InlineData("?couleur=rouge", "couleur")]
    [InlineData("?kind=roman", "kind")]
    [InlineData("?pageSize=9999", "pageSize")]
    [InlineData("?updatedSince=hier", "updatedSince")]
    [InlineData("?state=perdu", "state")]
    public async Task A_filter_that_makes_no_sense_is_named(string query, string name)
    {
        using var program = await _host.ProgramAsync(ApiRight.Read, "vany");
        using var response = await program.GetAsync(new Uri(Items + query, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonObject>())!["errors"]![name]);
    }

    [Fact]
    public async Task An_item_that_did_not_change_is_not_sent_again()
    {
        using var program = await _host.ProgramAsync(ApiRight.Read, "vany");
        using var first = await program.GetAsync(new Uri($"{Items}/{SampleTerritory.VanyPage}", UriKind.Relative));
        Assert.Contains("chaque mois", (string)(await first.Content.ReadFromJsonAsync<JsonObject>())!["body"]!, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{Items}/{SampleTerritory.VanyPage}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await program.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_program_writes_a_draft_and_publishes_it()
    {
        using var program = await _host.ProgramAsync(ApiRight.Publish, "vany");
        var id = Guid.NewGuid();
        using var saved = await program.PutAsJsonAsync($"{Items}/{id}", new { kind = "event", key = "marche", version = 0, fields = new { title = "Le marché", start = "2026-12-01T09:00", place = "mairie", audience = "none" }, body = "Sur la place." });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var version = (long)(await saved.Content.ReadFromJsonAsync<JsonObject>())!["version"]!;
        using var published = await program.PostAsync(new Uri($"{Items}/{id}/publish?version={version}", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        var item = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.Id == id));
        Assert.Equal("vany/events/marche.md", item.LivePath);
        Assert.Equal("essai", item.UpdatedBy);
    }

    [Theory]
    [InlineData("""{ "title": "X", "date": "2026-12-01", "couleur": "rouge" }""", "fields.couleur")]
    [InlineData("""{ "title": "X", "date": "demain" }""", "fields.date")]
    [InlineData("""{ "title": "X" }""", "fields.date")]
    [InlineData("""{ "title": "X", "date": "2026-12-01", "id": "11111111-1111-8111-8111-111111111111" }""", "fields.id")]
    [InlineData("""{ "title": "X", "date": "2026-12-01", "a: b\nstatus": "published" }""", "fields.a: b\nstatus")]
    public async Task A_field_that_makes_no_sense_is_named(string fields, string name)
    {
        using var program = await _host.ProgramAsync(ApiRight.Write, "vany");
        using var response = await program.PutAsJsonAsync($"{Items}/{Guid.NewGuid()}", new { kind = "news", key = "x", version = 0, fields = JsonNode.Parse(fields), body = "" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonObject>())!["errors"]![name]);
    }

    [Fact]
    public async Task A_save_from_an_older_version_is_refused()
    {
        using var program = await _host.ProgramAsync(ApiRight.Write, "vany");
        using var response = await program.PutAsJsonAsync($"{Items}/{SampleTerritory.VanyPage}", new { kind = "page", key = "vie-municipale/conseil", version = 0, fields = new { title = "Autre" }, body = "" });
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    [Fact]
    public async Task A_key_of_one_commune_opens_nothing_elsewhere()
    {
        using var program = await _host.ProgramAsync(ApiRight.Publish, "vany");
        foreach (var path in new[] { "/api/v1/sites/chieulles/items/", $"/api/v1/sites/chieulles/items/{SampleTerritory.ChieullesPage}", "/api/v1/territory/snapshot", "/api/v1/sites" })
        {
            using var response = await program.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
        using var hidden = await program.GetAsync(new Uri($"{Items}/{SampleTerritory.ChieullesPage}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var written = await program.PutAsJsonAsync($"{Items}/{SampleTerritory.ChieullesPage}", new { kind = "page", key = "prise", version = 0, fields = new { title = "Prise" }, body = "" });
        Assert.NotEqual(HttpStatusCode.OK, written.StatusCode);
        Assert.Equal("Histoire secrète", await _host.InDatabaseAsync(d => d.Items.Where(i => i.Id == SampleTerritory.ChieullesPage).Select(i => i.Title).SingleAsync()));
    }

    [Fact]
    public async Task A_key_that_only_reads_writes_nothing_and_a_revoked_or_old_one_reads_nothing()
    {
        using var reader = await _host.ProgramAsync(ApiRight.Read, "vany");
        using var written = await reader.PutAsJsonAsync($"{Items}/{Guid.NewGuid()}", new { kind = "page", key = "x", version = 0, fields = new { title = "X" }, body = "" });
        Assert.Equal(HttpStatusCode.Forbidden, written.StatusCode);
        var now = _host.Clock.GetCurrentInstant();
        await _host.InDatabaseAsync(d => d.ApiKeys.ExecuteUpdateAsync(k => k.SetProperty(x => x.RevokedAt, (Instant?)now)));
        using var revoked = await reader.GetAsync(new Uri(Items, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, revoked.StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_route_of_the_api()
    {
        using var visitor = new HttpClient { BaseAddress = _host.Address };
        var description = (await visitor.GetFromJsonAsync<JsonObject>("/api/v1/openapi.json"))!;
        var paths = description["paths"]!.AsObject().Select(p => p.Key).ToList();
        Assert.Contains("/api/v1/sites/{site}/items/{id}", paths);
        Assert.Contains("/api/v1/territory/snapshot", paths);
        Assert.DoesNotContain(paths, p => !p.StartsWith("/api/v1/", StringComparison.Ordinal));
    }
}
