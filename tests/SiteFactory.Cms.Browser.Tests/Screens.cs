using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>
/// The addresses of all screens. The routes come from the running application: a screen that is added tomorrow is tried by itself, and fails
/// until it is said here what stands for its parameters.
/// </summary>
internal static class Screens
{
    // Signing out is a form, the export is a file; the error page is shown by whatever fails.
    private static readonly string[] NotScreens = ["deconnexion", "territoire/export", "erreur/{code:int}"];

    // The métropole asks, the communes answer.
    private static readonly string[] OfMetropole = ["s/{site}/demandes/consultations", "s/{site}/demandes/consultations/{slug}"];

    /// <summary>Those of Vany and of the territory.</summary>
    public static Task<IReadOnlyList<string>> AllAsync(CitizenOffice office) => WhereAsync(office, _ => true);

    /// <summary>Those that need no account.</summary>
    public static Task<IReadOnlyList<string>> OpenToAllAsync(CitizenOffice office) => WhereAsync(office, e => e.Metadata.GetMetadata<OpenToAllAttribute>() is not null);

    private static async Task<IReadOnlyList<string>> WhereAsync(CitizenOffice office, Func<RouteEndpoint, bool> isMeant)
    {
        var values = await ValuesAsync(office.Host);
        values["demandes"] = office.Request.Id.ToString(CultureInfo.InvariantCulture);
        return
        [
            .. office.Host.Application.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null && !NotScreens.Contains(e.RoutePattern.RawText!.TrimStart('/')) && isMeant(e))
                .SelectMany(e => Addresses(e.RoutePattern, values))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>By the part of the address that stands before the parameter, or by the parameter's name.</summary>
    private static async Task<Dictionary<string, string>> ValuesAsync(CmsHost host)
    {
        var items = await host.InDatabaseAsync(d => d.Items.AsNoTracking().Where(i => i.SiteKey == "vany" && i.DeletedAt == null && i.LiveText != null).OrderBy(i => i.Id).Select(i => new { i.Kind, i.Id }).ToListAsync());
        var values = items.GroupBy(i => ItemAddresses.Segment(i.Kind), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Id.ToString(), StringComparer.Ordinal);
        foreach (var about in new[] { "versions", "diffusion", "apercu-liens", "pages" })
            values[about] = SampleTerritory.VanyPage.ToString();
        values["row"] = (await host.InDatabaseAsync(d => d.ItemVersions.Where(v => v.ItemId == SampleTerritory.VanyPage).MaxAsync(v => v.Id))).ToString(CultureInfo.InvariantCulture);
        values["partage"] = SampleTerritory.MetropoleNews.ToString();
        values["phototheque"] = await host.InDatabaseAsync(d => d.Media.Where(m => m.SiteKey == "vany").Select(m => m.Id.ToString()).FirstAsync());
        values["proposer"] = values["propositions"] = await host.InDatabaseAsync(d => d.Proposals.Select(p => p.ItemId.ToString()).FirstAsync());
        values["personnes"] = values["person"] = await host.InDatabaseAsync(d => d.Users.Where(p => p.UserName == BackOffice.Secretary + "@example.org").Select(p => p.Id.ToString()).SingleAsync());
        values["quotidien"] = BackOffice.Proposal.ToString();
        values["secret"] = await InviteAsync(host);
        foreach (var (name, value) in new[] { ("number", "1"), ("token", "jeton"), ("key", "signaler-une-anomalie"), ("slug", "consultation-mobilites"), ("quoi", "travaux") })
            values[name] = value;
        return values;
    }

    private static Task<string> InviteAsync(CmsHost host) => host.WithAsync(async services =>
        (await services.GetRequiredService<Invitations>().InviteAsync($"{Guid.NewGuid():N}@example.org", "Claude", new("vany", SiteRole.Reader, null), CancellationToken.None))!);

    // What may be left out is tried both ways: with a number something is changed, without it something is new.
    private static IEnumerable<string> Addresses(RoutePattern pattern, Dictionary<string, string> values)
    {
        if (pattern.Parameters.Any(p => p.IsOptional))
            yield return Fill(pattern, pattern.PathSegments.SkipLast(1), values);
        yield return Fill(pattern, pattern.PathSegments, values) + (pattern.RawText == "s/{site}/phototheque/decrire" ? "?ids=" + values["phototheque"] : "");
    }

    private static string Fill(RoutePattern pattern, IEnumerable<RoutePatternPathSegment> segments, Dictionary<string, string> values)
    {
        var path = new List<string>();
        foreach (var part in segments.Select(s => s.Parts.Single()))
        {
            path.Add(part switch
            {
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternParameterPart { Name: "site" } => OfMetropole.Contains(pattern.RawText!.TrimStart('/')) ? "metropole" : "vany",
                RoutePatternParameterPart parameter when values.TryGetValue(parameter.Name, out var value) || values.TryGetValue(path[^1], out value) => value,
                _ => throw new InvalidOperationException($"Say in {nameof(Screens)} what stands for the parameter of {pattern.RawText}."),
            });
        }
        return "/" + string.Join('/', path) + (pattern.RawText!.EndsWith('/') ? "/" : "");
    }
}
