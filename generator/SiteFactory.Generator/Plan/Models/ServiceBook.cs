using System.Collections.Concurrent;
using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Routing;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan.Models;

/// <summary>A service of the site with its card.</summary>
internal sealed record ServiceEntry(RoutedService Service, ServiceCard Card);

/// <summary>One site's démarches as pages show them.</summary>
internal sealed class ServiceBook
{
    private readonly SiteScope _site;
    private readonly Dictionary<string, ServiceEntry> _byKey;
    private readonly ConcurrentDictionary<string, bool> _officeOwners = new(StringComparer.Ordinal);

    public ServiceBook(SiteScope site, SiteServices services)
    {
        _site = site;
        Notices = services.Notices;
        All = [.. services.All.Select(s => new ServiceEntry(s, Card(s)))];
        _byKey = All.ToDictionary(e => e.Service.Key, StringComparer.Ordinal);
        Featured = [.. services.Featured.Select(s => _byKey[s.Key])];
        Doors = [.. PortalsOf(site).Select(Door).OfType<TrackingModel>().Distinct()];
    }

    public ImmutableArray<ServiceEntry> All { get; }

    /// <summary>Put forward, in order.</summary>
    public ImmutableArray<ServiceEntry> Featured { get; }

    public ImmutableArray<ServiceNotice> Notices { get; }

    /// <summary>Where requests are followed: the territory's portal first, then the site's.</summary>
    public ImmutableArray<TrackingModel> Doors { get; }

    /// <summary>Sites whose offices are named.</summary>
    public IEnumerable<string> OfficeOwners => _officeOwners.Keys;

    /// <summary>Origins that a form of the site may be sent to.</summary>
    public ImmutableArray<string> FormTargets =>
        [.. Doors.Where(d => d.Method != "link").Select(d => new Uri(d.Action).GetLeftPart(UriPartial.Authority)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public ServiceEntry? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>
    /// A service that a text names: the site's when the portal fits, or the bare form of a portal that never told what it
    /// offers; null when there is neither.
    /// </summary>
    public ServiceCard? Named(string? portal, string key)
    {
        if (Find(key) is { } entry && (portal is null || entry.Service.Portal is null || entry.Service.Portal == portal || entry.Service.Reason == RouteReason.OwnPortal))
            return entry.Card;
        var declared = portal is null ? PortalsOf(_site).FirstOrDefault() : Declared(portal);
        return declared is null || _site.Territory.Settings.Catalogues.Of(declared.Key) is not null || Portals.Of(declared)?.AddressOf(key) is not { } address
            ? null
            : Bare(declared, key, address);
    }

    public PortalDeclaration? Declared(string key) => _site.Territory.Snapshot.Territory.Portals.FirstOrDefault(p => p.Key == key);

    /// <summary>How to follow a request on a portal; the site's first one when null.</summary>
    public TrackingModel? Door(string? portal) =>
        portal is null ? Doors.FirstOrDefault() : Declared(portal) is { } declared ? Door(declared) : null;

    /// <summary>Where to go or call for a service; null when nothing is named.</summary>
    public DirectoryCard? Office(RoutedService service)
    {
        if (service.Words.Office is not { } office)
            return null;
        if (_site.Cards.ByKey.TryGetValue(office, out var card))
            return card;
        if (office.Split('/', 2) is not [var owner, var key] || !_site.Territory.Snapshot.Sites.ContainsKey(owner))
            return null;
        _officeOwners.TryAdd(owner, true);
        var there = _site.Territory.Site(owner);
        return there.Cards.ByKey.TryGetValue(key, out card) ? card with { Href = there.Absolute(card.Href), Picture = null } : null;
    }

    /// <summary>The name of a portal: its label, or the territory's.</summary>
    public string NameOf(PortalDeclaration portal) => portal.Label ?? _site.Territory.Snapshot.Territory.Name;

    private TrackingModel? Door(PortalDeclaration portal) =>
        Portals.Of(portal)?.Tracking is { } door ? new(door.Method, door.Address, door.Field, NameOf(portal)) : null;

    private ServiceCard Card(RoutedService service) => new(
        service.Title,
        Addresses.Service(service.Key),
        service.Words.Summary,
        service.HandlerName,
        External: false,
        service.Words.Icon)
    {
        Key = service.Key,
        HandlerKind = Kind(service.Handler),
        Access = !service.IsOpen ? "closed" : service.Access switch
        {
            EServiceAccess.Paper => "paper",
            EServiceAccess.SignIn => "sign-in",
            _ => "online",
        },
        StartHref = service.IsOpen ? service.Url : null,
        FrameOrigin = service.IsOpen && service.Url is { } url ? FrameOrigin(url, service.Portal is { } portal ? Declared(portal) : null) : null,
        Keywords = string.Join(' ', service.Words.Keywords),
    };

    private ServiceCard Bare(PortalDeclaration portal, string key, string address)
    {
        var words = key.Replace('-', ' ');
        var start = Portals.WithCommune(address, portal.Parameter, _site.Site.Insee);
        return new(char.ToUpperInvariant(words[0]) + words[1..], start, null, NameOf(portal), External: true, null) { StartHref = start, FrameOrigin = FrameOrigin(start, portal) };
    }

    // The portal in the box lets nobody put it in a frame: its drafts and its protection against forged forms need cookies of its own.
    private static string? FrameOrigin(string address, PortalDeclaration? portal) =>
        portal?.Kind != "box" && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;

    private static string Kind(EServiceHandler handler) => handler switch
    {
        EServiceHandler.Commune => "commune",
        EServiceHandler.Territory => "territory",
        EServiceHandler.Either => "either",
        _ => "other",
    };

    private static IEnumerable<PortalDeclaration> PortalsOf(SiteScope site)
    {
        var territory = site.Territory.Snapshot.Territory;
        var common = ServiceRouting.TerritoryPortal(territory, site.Site);
        if (common is not null)
            yield return common;
        if (ServiceRouting.OwnPortal(territory, site.Site, common) is { } own)
            yield return own;
    }
}
