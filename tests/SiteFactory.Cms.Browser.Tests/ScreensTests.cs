using SiteFactory.Browser.Tests;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>axe finds nothing on any screen, and none is wider than a telephone. The screens come from the running application: a new one is tried by itself.</summary>
public sealed class ScreensTests(BackOffice office) : IClassFixture<BackOffice>
{
    [Fact]
    public Task On_a_desk_in_light() => CheckAsync(phone: false, ColorScheme.Light);

    [Fact]
    public Task On_a_telephone_in_dark() => CheckAsync(phone: true, ColorScheme.Dark);

    /// <summary>Long words of people's own, on the smallest telephones; a stylesheet of a feature that does not come makes no difference.</summary>
    [Theory]
    [InlineData("/s/vany/demarches/ajouter")]
    [InlineData("/s/vany/travaux")]
    [InlineData("/territoire/demarches")]
    public async Task A_long_address_makes_no_screen_wider(string screen)
    {
        await using var editor = await Editor.ComeAsync(office, phone: true);
        await editor.Page.SetViewportSizeAsync(320, 700);
        await editor.Page.RouteAsync("**/demarches.css", route => route.AbortAsync());
        await editor.GoAsync(screen);
        var wide = await editor.Page.EvaluateAsync<int>("""
            () => {
              for (const place of document.querySelectorAll('main h1, main p, main strong, main .task span, main th[scope=row]'))
                place.append(' https://demarche.numerique.gouv.fr/commencer/inscription-a-la-cantine-et-au-periscolaire-2026-2027');
              return document.documentElement.scrollWidth;
            }
            """);
        Assert.True(wide <= 320, $"{screen} is {wide} pixels wide");
    }

    private async Task CheckAsync(bool phone, ColorScheme scheme)
    {
        await using var editor = await Editor.ComeAsync(office, phone, scheme: scheme);
        var faults = new List<string>();
        var screens = await Screens.AllAsync(office.Host);
        Assert.NotEmpty(screens);
        foreach (var screen in screens)
        {
            await editor.GoAsync(screen);
            var result = await Axe.CheckAsync(editor.Page);
            faults.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{screen}: {v.Id} ({v.Help}): {n.Html}")));
            if (await editor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"))
                faults.Add($"{screen} is wider than the screen");
        }
        Assert.Empty(faults);
        editor.AssertClean();
    }
}

/// <summary>The addresses of all screens, taken from the running application.</summary>
internal static class Screens
{
    // Signing out is a form, the export is a file; the error page is shown by whatever fails.
    private static readonly string[] NotScreens = ["deconnexion", "territoire/export", "erreur/{code:int}"];

    public static async Task<IReadOnlyList<string>> AllAsync(CmsHost host)
    {
        var ids = await IdsAsync(host);
        return
        [
            .. host.Application.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
                .Select(e => e.RoutePattern)
                .Where(p => !NotScreens.Contains(p.RawText!.TrimStart('/')))
                .Select(p => Fill(p, ids))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<Dictionary<string, Guid>> IdsAsync(CmsHost host)
    {
        var items = await host.InDatabaseAsync(d => d.Items.AsNoTracking().Where(i => i.SiteKey == "vany" && i.DeletedAt == null).Select(i => new { i.Kind, i.Id }).ToListAsync());
        var ids = items.GroupBy(i => Features.Shared.ItemAddresses.Segment(i.Kind), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        ids["phototheque"] = await host.InDatabaseAsync(d => d.Media.Where(m => m.SiteKey == "vany").Select(m => m.Id).FirstOrDefaultAsync());
        ids["pages"] = SampleTerritory.VanyPage;
        ids["proposer"] = ids["propositions"] = await host.InDatabaseAsync(d => d.Proposals.Select(p => p.ItemId).FirstOrDefaultAsync());
        ids["quotidien"] = BackOffice.Proposal;
        return ids;
    }

    private static string Fill(RoutePattern pattern, Dictionary<string, Guid> ids)
    {
        var segment = pattern.PathSegments.Select(s => s.Parts[0]).OfType<RoutePatternLiteralPart>().Select(p => p.Content).LastOrDefault(ids.ContainsKey);
        var parts = pattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            RoutePatternParameterPart parameter => Value(parameter, segment is null ? SampleTerritory.VanyPage : ids[segment]),
            _ => "",
        })));
        return "/" + string.Join('/', parts) + (pattern.RawText!.EndsWith('/') ? "/" : "");
    }

    private static string Value(RoutePatternParameterPart parameter, Guid id)
    {
        if (parameter.Name == "site")
            return "vany";
        var policies = parameter.ParameterPolicies.Select(p => p.Content).ToList();
        return policies.Contains("guid") ? id.ToString() : policies.Contains("int") || policies.Contains("long") ? "1" : "vie-municipale";
    }
}
