using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;

namespace SiteFactory.EServices.Routing;

/// <summary>
/// Decides which démarches a site shows, where each opens and who handles it. A pure function of the territory, the site and
/// the catalogues.
/// </summary>
public static class ServiceRouting
{
    /// <summary>The site's démarches.</summary>
    public static SiteServices For(Territory territory, Site site, PortalCatalogues catalogues)
    {
        var common = TerritoryPortal(territory, site);
        var own = OwnPortal(territory, site, common);
        var candidates = new CandidateList(territory, site, catalogues);
        if (common is not null)
            candidates.AddPortal(common, territory.EServices.Services, isCommon: true);
        if (own is not null)
            candidates.AddPortal(own, [], isCommon: false);
        candidates.AddLinks(site.EServices.Services, RouteReason.OwnLink);
        candidates.AddLinks(territory.EServices.Services, RouteReason.TerritoryLink);
        return new Selection(territory, site, candidates).Make(own);
    }

    /// <summary>The portal on which shared services open; null when the territory has none.</summary>
    public static PortalDeclaration? TerritoryPortal(Territory territory, Site site)
    {
        var usable = territory.Portals.Where(p => p.Url is not null || p.Kind == "links").ToList();
        return usable.Find(p => p.Key == territory.EServices.Portal)
            ?? (site.EServices.Model == EServiceModel.Shared ? usable.Find(p => p.Key == site.EServices.Portal) : null)
            ?? usable.FirstOrDefault();
    }

    /// <summary>The portal of the commune's own services; null where those have none.</summary>
    public static PortalDeclaration? OwnPortal(Territory territory, Site site, PortalDeclaration? common) =>
        site.EServices.Model == EServiceModel.Shared || site.EServices.Portal is not { } key || key == common?.Key
            ? null
            : territory.Portals.FirstOrDefault(p => p.Key == key);
}

/// <summary>The services that a site could show, each key once: the first that takes it has it.</summary>
internal sealed class CandidateList(Territory territory, Site site, PortalCatalogues catalogues)
{
    private readonly Dictionary<string, RoutedService> _byKey = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, (string Title, string Portal)> _gone = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shared = territory.EServices.Shared.ToHashSet(StringComparer.Ordinal);

    public IEnumerable<RoutedService> All => _order.Select(k => _byKey[k]);

    public RoutedService? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>What a portal once had, and nobody else has now.</summary>
    public IEnumerable<(string Key, string Title, string Portal)> Gone =>
        _gone.Where(g => !_byKey.ContainsKey(g.Key)).Select(g => (g.Key, g.Value.Title, g.Value.Portal));

    /// <summary>Everything that a portal offers, as its catalogue says or, without one, as content does.</summary>
    public void AddPortal(PortalDeclaration portal, ImmutableArray<EServiceEntry> territorial, bool isCommon)
    {
        var catalogue = catalogues.Of(portal.Key);
        var written = site.EServices.Services.Concat(territorial).Where(e => IsOf(e, portal, isCommon)).ToList();
        foreach (var service in catalogue?.Services ?? [])
            Add(portal, EntryWords.Of(service), service.IsOpen, isCommon);
        if (catalogue is null)
        {
            foreach (var entry in written.Where(e => e.Title is not null).DistinctBy(e => e.Key, StringComparer.Ordinal))
                Add(portal, new(entry.Key), isOpen: true, isCommon);
        }
        else
        {
            NoteGone(catalogue, portal, written);
        }
    }

    public void AddLinks(ImmutableArray<EServiceEntry> entries, RouteReason reason)
    {
        foreach (var entry in entries.Where(e => e is { Kind: not EServiceKind.Portal, Title: not null }))
        {
            var words = reason == RouteReason.TerritoryLink ? Written(entry.Key).Over(entry) : entry;
            Put(new(words, words.Title!, Access(words, Links.LinkAddresses.Of(words)), Handler(words, reason), HandlerName(words, reason), Links.LinkAddresses.Of(words), true, reason, null));
        }
    }

    private void Add(PortalDeclaration portal, EServiceEntry told, bool isOpen, bool isCommon)
    {
        var reason = !isCommon ? site.EServices.Model == EServiceModel.Hybrid ? RouteReason.CommonPortal : RouteReason.OwnPortal
            : _shared.Contains(told.Key) ? RouteReason.SharedService : RouteReason.TerritoryService;
        var words = isCommon ? Written(told.Key).Over(Territorial(told.Key).Over(told)) : Written(told.Key).Over(told);
        if (words.Title is null)
            return;
        var start = words.Url ?? Portals.Of(portal)?.AddressOf(told.Key);
        var url = start is null || reason == RouteReason.OwnPortal ? start : Portals.WithCommune(start, portal.Parameter, site.Insee);
        Put(new(words, words.Title, Access(words, url), Handler(words, reason), HandlerName(words, reason), url, isOpen, reason, portal.Key));
    }

    // A shared service is the territory's whatever else exists; otherwise the commune that has a service of its own keeps it.
    private void Put(RoutedService service)
    {
        if (_byKey.TryGetValue(service.Key, out var before))
        {
            if (before.Reason != RouteReason.TerritoryService || service.Reason == RouteReason.TerritoryLink)
                return;
            _order.Remove(service.Key);
        }
        _byKey[service.Key] = service;
        _order.Add(service.Key);
    }

    private void NoteGone(PortalCatalogue catalogue, PortalDeclaration portal, List<EServiceEntry> written)
    {
        foreach (var service in catalogue.Gone)
            _gone.TryAdd(service.Key, (service.Title, portal.Label ?? portal.Key));
        foreach (var entry in written.Where(e => e.Title is not null && catalogue.Find(e.Key) is null))
            _gone.TryAdd(entry.Key, (entry.Title!, portal.Label ?? portal.Key));
    }

    // Words about a link of the territory are about no service of a portal.
    private bool IsOf(EServiceEntry entry, PortalDeclaration portal, bool isCommon) =>
        entry.Kind == EServiceKind.Portal && Territorial(entry.Key) is not { Kind: not EServiceKind.Portal } && (entry.Portal is { } named ? named == portal.Key : isCommon || Territorial(entry.Key) is null);

    private EServiceEntry? Written(string key) => site.EServices.Services.FirstOrDefault(e => e.Key == key && e.Kind == EServiceKind.Portal);

    private EServiceEntry? Territorial(string key) => territory.EServices.Services.FirstOrDefault(e => e.Key == key);

    private static EServiceAccess Access(EServiceEntry words, string? url) =>
        words.Access ?? (url is null ? EServiceAccess.Paper : EServiceAccess.Online);

    private static EServiceHandler Handler(EServiceEntry words, RouteReason reason) => words.HandledBy
        ?? (words.Owner is not null || Links.LinkAddresses.OwnerOf(words.Kind) is not null ? EServiceHandler.Other : reason switch
        {
            RouteReason.SharedService => EServiceHandler.Either,
            RouteReason.TerritoryService or RouteReason.TerritoryLink => EServiceHandler.Territory,
            _ => EServiceHandler.Commune,
        });

    private string HandlerName(EServiceEntry words, RouteReason reason) =>
        words.Owner ?? Links.LinkAddresses.OwnerOf(words.Kind) ?? (Handler(words, reason), site.Kind) switch
        {
            (EServiceHandler.Territory, _) or (EServiceHandler.Commune, SiteKind.Metropole) => territory.Name,
            (EServiceHandler.Either, SiteKind.Metropole) => EServiceTexts.Format("handler.EitherOnTerritory", territory.Name),
            (EServiceHandler.Either, _) => EServiceTexts.Format("handler.Either", territory.Name),
            _ => EServiceTexts.Format("handler.Commune", OfName(site.Name)),
        };

    private static string OfName(string name) => new Content.Starter.CommuneName(name).Of;
}

/// <summary>What a site shows of the services that it could.</summary>
internal sealed class Selection(Territory territory, Site site, CandidateList candidates)
{
    private readonly List<ServiceNotice> _notices = [];

    public SiteServices Make(PortalDeclaration? own)
    {
        // Where the territory declares no portal at all, nobody forgot to name one.
        if (own is null && site.EServices.Model == EServiceModel.Own && !territory.Portals.IsEmpty)
            _notices.Add(new(ServiceNoticeKind.NoPortal, "eServices.portal", "", ""));
        var all = Chosen();
        var shown = all.ToDictionary(s => s.Key, StringComparer.Ordinal);
        foreach (var entry in site.EServices.Services.Where(e => e.Kind == EServiceKind.Portal && e.Title is null && candidates.Find(e.Key) is null))
            Missing(entry.Key, "eServices.services");
        var featured = Featured(shown);
        foreach (var service in all.Where(s => !s.IsOpen))
            _notices.Add(new(ServiceNoticeKind.Closed, "eServices", service.Title, PortalName(service.Portal)));
        return new(all, featured, [.. _notices.Distinct()]);
    }

    private ImmutableArray<RoutedService> Chosen()
    {
        if (site.EServices.Chosen is not { } chosen)
        {
            foreach (var (_, title, portal) in candidates.Gone)
                _notices.Add(new(ServiceNoticeKind.Gone, "eServices", title, portal));
            return [.. candidates.All];
        }
        var services = ImmutableArray.CreateBuilder<RoutedService>();
        foreach (var key in chosen.Distinct(StringComparer.Ordinal))
        {
            if (candidates.Find(key) is { } service)
                services.Add(service);
            else
                Missing(key, "eServices.chosen");
        }
        return services.DrainToImmutable();
    }

    private ImmutableArray<RoutedService> Featured(Dictionary<string, RoutedService> shown)
    {
        var isOwn = !site.EServices.Featured.IsDefaultOrEmpty;
        var services = ImmutableArray.CreateBuilder<RoutedService>();
        foreach (var key in (isOwn ? site.EServices.Featured : territory.EServices.Featured).Distinct(StringComparer.Ordinal))
        {
            if (shown.TryGetValue(key, out var service) && service.IsOpen)
                services.Add(service);
            else if (isOwn && service is null)
                Missing(key, "eServices.featured");
        }
        return services.DrainToImmutable();
    }

    private void Missing(string key, string setting)
    {
        var gone = candidates.Gone.FirstOrDefault(g => g.Key == key);
        _notices.Add(gone.Title is null
            ? new(ServiceNoticeKind.Unknown, setting, key, "")
            : new(ServiceNoticeKind.Gone, setting, gone.Title, gone.Portal));
    }

    private string PortalName(string? key) => territory.Portals.FirstOrDefault(p => p.Key == key)?.Label ?? key ?? "";
}
