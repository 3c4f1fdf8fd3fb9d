using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan.Models;

/// <summary>
/// The services that a territory's portal offers first of all (docs: e-services). They open on the portal that the
/// territory declares, with the commune's INSEE code, so that the portal knows whose site sent the citizen.
/// </summary>
internal static class PortalServices
{
    private static readonly (string Slug, string Text)[] Known =
    [
        ("signaler-anomalie", "ServiceSignalerAnomalie"),
        ("encombrants", "ServiceEncombrants"),
        ("bacs", "ServiceBacs"),
        ("composteur", "ServiceComposteur"),
        ("consultations", "ServiceConsultations"),
    ];

    /// <summary>The portal that a site's démarches open on.</summary>
    public static PortalDeclaration? PortalOf(SiteScope site)
    {
        var portals = site.Territory.Snapshot.Territory.Portals;
        return portals.FirstOrDefault(p => p.Key == site.Site.EServices.Portal && p.Url is not null)
            ?? portals.FirstOrDefault(p => p.Url is not null);
    }

    /// <summary>The services known by name, on the site's portal.</summary>
    public static ImmutableArray<ServiceCard> All(SiteScope site) =>
        PortalOf(site) is { } portal ? [.. Known.Select(s => Card(site, portal, s))] : [];

    /// <summary>A service by its name on a portal; null when the territory does not declare the portal.</summary>
    public static ServiceCard? Find(SiteScope site, string? portal, string service)
    {
        var declared = portal is null
            ? PortalOf(site)
            : site.Territory.Snapshot.Territory.Portals.FirstOrDefault(p => p.Key == portal && p.Url is not null);
        if (declared is null)
            return null;
        foreach (var known in Known)
        {
            if (known.Slug == service)
                return Card(site, declared, known);
        }
        var words = service.Replace('-', ' ');
        return new(char.ToUpperInvariant(words[0]) + words[1..], Address(site, declared, service), null, Handler(site, declared), true, null);
    }

    public static string Handler(SiteScope site, PortalDeclaration portal) =>
        portal.Label ?? site.Territory.Snapshot.Territory.Name;

    private static ServiceCard Card(SiteScope site, PortalDeclaration portal, (string Slug, string Text) service) => new(
        GeneratorTexts.Get(service.Text),
        Address(site, portal, service.Slug),
        GeneratorTexts.Get(service.Text + "Text"),
        Handler(site, portal),
        true,
        null);

    private static string Address(SiteScope site, PortalDeclaration portal, string slug)
    {
        var address = $"{portal.Url!.TrimEnd('/')}/{Uri.EscapeDataString(slug)}/";
        return site.Site.Insee is { } insee ? $"{address}?commune={Uri.EscapeDataString(insee)}" : address;
    }
}
