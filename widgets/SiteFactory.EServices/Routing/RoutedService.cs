using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.EServices.Routing;

/// <summary>Why a service opens where it does.</summary>
public enum RouteReason
{
    /// <summary>Shared: always on the territory's portal, with the commune identified.</summary>
    SharedService,

    /// <summary>The territory does this for all its communes.</summary>
    TerritoryService,

    /// <summary>The commune's own portal.</summary>
    OwnPortal,

    /// <summary>A portal of several communes, with the commune identified.</summary>
    CommonPortal,

    /// <summary>Declared by the site.</summary>
    OwnLink,

    /// <summary>Declared by the territory.</summary>
    TerritoryLink,
}

/// <summary>One service on one site: where it opens, who handles it and why.</summary>
/// <param name="Words">All that is said of it: the site's words over the territory's, over the portal's.</param>
/// <param name="HandlerName">"La mairie de Vany", "Metz Métropole".</param>
/// <param name="Url">Where it starts, the commune in it where the portal needs it; null: not online.</param>
/// <param name="IsOpen">False: the portal takes no request now.</param>
/// <param name="Portal">The portal's key; null for a declared link.</param>
public sealed record RoutedService(
    EServiceEntry Words,
    string Title,
    EServiceAccess Access,
    EServiceHandler Handler,
    string HandlerName,
    string? Url,
    bool IsOpen,
    RouteReason Reason,
    string? Portal)
{
    /// <summary>Names it in addresses.</summary>
    public string Key => Words.Key;

    /// <summary>The reason as a French sentence, for webmasters.</summary>
    public string ReasonSentence => EServiceTexts.Get("reason." + Reason);
}

/// <summary>What a webmaster should know about a service of a site.</summary>
public enum ServiceNoticeKind
{
    /// <summary>The portal had it and no longer has.</summary>
    Gone,

    /// <summary>The portal takes no request.</summary>
    Closed,

    /// <summary>No portal and no declaration knows the key.</summary>
    Unknown,

    /// <summary>The model asks for a portal of the site's own, and there is none.</summary>
    NoPortal,
}

/// <summary>A warning about the démarches of a site.</summary>
/// <param name="Setting">The setting of <c>site.yaml</c> that names the service: <c>eServices.featured</c>.</param>
public sealed record ServiceNotice(ServiceNoticeKind Kind, string Setting, string Service, string Portal)
{
    /// <summary>What is wrong, in French.</summary>
    public string Message => EServiceTexts.Format($"notice.{Kind}.message", Service, Portal);

    /// <summary>How to mend it, in French.</summary>
    public string Cure => EServiceTexts.Get($"notice.{Kind}.cure");
}

/// <summary>The démarches of one site.</summary>
/// <param name="All">In the site's order; no two have the same key.</param>
/// <param name="Featured">Put forward on the home page, open ones only.</param>
public sealed record SiteServices(
    ImmutableArray<RoutedService> All,
    ImmutableArray<RoutedService> Featured,
    ImmutableArray<ServiceNotice> Notices)
{
    /// <summary>The service of that key; null when the site has none.</summary>
    public RoutedService? Find(string key) => All.FirstOrDefault(s => s.Key == key);
}
