using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Access;

/// <summary>
/// Every route × every role × a foreign commune. The routes come from the running application: one that is added tomorrow is
/// tried by itself, and fails unless it says who may use it.
/// </summary>
public sealed class AccessMatrixTests : IAsyncLifetime
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE"];

    /// <summary>Open to everybody: signing in, errors, the back office's own files, drafts for whoever holds a secret link.</summary>
    private static readonly string[] Open =
    [
        "connexion", "connexion/code", "invitation/{secret}", "nouveau-mot-de-passe/{person:guid}/{token}", "erreur/{code:int}", "api/{documentName}/openapi.json", "-/{fingerprint}/{**name}",
        "apercu/{token}", "apercu/{token}/fichiers/{**path}",
    ];

    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(SiteRole.Reader)]
    [InlineData(SiteRole.Contributor)]
    [InlineData(SiteRole.Webmaster)]
    public async Task Nobody_of_one_commune_reaches_another(SiteRole role)
    {
        using var visitor = await _host.SignedInAsync("voisin", null, ("vany", role));
        var faults = new List<string>();
        foreach (var route in Routes().Where(r => r.Contains("{site}", StringComparison.Ordinal)))
        {
            foreach (var method in Methods)
            {
                using var response = await AskAsync(visitor, method, Fill(route, "chieulles", SampleTerritory.ChieullesPage));
                if (response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
                    faults.Add($"{method} {route}: {response.StatusCode}");
            }
        }
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(SiteRole.Reader)]
    [InlineData(SiteRole.Webmaster)]
    public async Task An_item_of_another_commune_is_not_found_under_ones_own(SiteRole role)
    {
        using var visitor = await _host.SignedInAsync("voisine", null, ("vany", role));
        var faults = new List<string>();
        foreach (var route in Routes().Where(r => r.Contains("{site}", StringComparison.Ordinal) && r.Contains(":guid", StringComparison.Ordinal)))
        {
            using var response = await AskAsync(visitor, "GET", Fill(route, "vany", SampleTerritory.ChieullesPage));
            var text = await response.Content.ReadAsStringAsync();
            if (text.Contains("Histoire secrète", StringComparison.Ordinal) || text.Contains("Vany ne doit pas voir", StringComparison.Ordinal))
                faults.Add($"GET {route} shows it");
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Without_an_account_only_the_open_routes_answer()
    {
        using var visitor = _host.Visitor();
        var faults = new List<string>();
        foreach (var route in Routes().Except(Open, StringComparer.Ordinal))
        {
            using var response = await AskAsync(visitor, "GET", Fill(route, "vany", SampleTerritory.VanyPage));
            var isAskedToSignIn = response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location!.ToString().StartsWith("/connexion?", StringComparison.Ordinal);
            if (!isAskedToSignIn && response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
                faults.Add($"GET {route}: {response.StatusCode}");
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Only_administrators_and_communication_reach_the_territory()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster), ("metropole", SiteRole.Webmaster));
        var faults = new List<string>();
        foreach (var route in Routes().Where(r => r.StartsWith("territoire", StringComparison.Ordinal)))
        {
            foreach (var method in Methods)
            {
                using var response = await AskAsync(visitor, method, Fill(route, "vany", SampleTerritory.VanyPage));
                if (response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed))
                    faults.Add($"{method} {route}: {response.StatusCode}");
            }
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Every_route_says_who_may_use_it()
    {
        using var visitor = await _host.SignedInAsync("administration", TerritoryRole.Administrator);
        var faults = new List<string>();
        foreach (var route in Routes())
        {
            using var response = await AskAsync(visitor, "GET", Fill(route, "vany", SampleTerritory.VanyPage));
            if (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError)
                faults.Add($"GET {route}: {response.StatusCode}");
        }
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Looking_at_a_page_writes_nothing()
    {
        var written = new WrittenByLooking();
        await using var host = await CmsHost.StartAsync(services: s => s.AddHttpContextAccessor().ConfigureDbContext<CmsDbContext>(o => o.AddInterceptors(written)));
        using var visitor = await host.SignedInAsync("administration", TerritoryRole.Administrator);
        foreach (var route in Routes(host))
        {
            using var response = await AskAsync(visitor, "GET", Fill(route, "vany", SampleTerritory.VanyPage));
        }
        Assert.NotEqual(0, written.Read);
        Assert.Empty(written.Statements);
    }

    private IReadOnlyList<string> Routes() => Routes(_host);

    private static IReadOnlyList<string> Routes(CmsHost host) =>
    [
        .. host.Application.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>An address of the route; the pages' forms are tried by the method alone, since access is decided before the token.</summary>
    private static string Fill(string route, string site, Guid id)
    {
        var pattern = RoutePatternFactory.Parse(route);
        var parts = pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Value(parameter, site, id),
            _ => "",
        })));
        return "/" + string.Join('/', parts) + (route.EndsWith('/') ? "/" : "");
    }

    private static string Value(RoutePatternParameterPart parameter, string site, Guid id)
    {
        if (parameter.Name == "site")
            return site;
        var policies = parameter.ParameterPolicies.Select(p => p.Content).ToList();
        return policies.Contains("guid") ? id.ToString() : policies.Contains("int") || policies.Contains("long") ? "1" : "vie-municipale";
    }

    private static Task<HttpResponseMessage> AskAsync(Visitor visitor, string method, string path)
    {
        var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        if (method is not "GET")
            request.Content = new FormUrlEncodedContent([]);
        return visitor.Client.SendAsync(request);
    }
}
