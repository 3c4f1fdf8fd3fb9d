using System.Collections.Immutable;

namespace SiteFactory.Content.Model;

/// <summary>Who serves a démarche for this commune.</summary>
public enum EServiceModel
{
    /// <summary>One portal for the territory.</summary>
    Shared,

    /// <summary>The commune's own portal, beside the territory's.</summary>
    Own,

    /// <summary>A portal of several communes, beside the territory's.</summary>
    Hybrid,
}

/// <summary>Where a service comes from.</summary>
public enum EServiceKind
{
    /// <summary>A form of a portal; the entry adds words to what the portal says of it.</summary>
    Portal,

    /// <summary>An address of its own, or a counter when there is none.</summary>
    Link,

    /// <summary>Payment of local receipts; the id is the collectivité's <c>numcli</c>.</summary>
    PayFip,

    /// <summary>A procedure of the State's form builder; the id is its slug.</summary>
    DemarchesSimplifiees,
}

/// <summary>How a citizen gets it done.</summary>
public enum EServiceAccess
{
    Online,

    /// <summary>Online, with an account.</summary>
    SignIn,

    /// <summary>At a counter or by post.</summary>
    Paper,
}

/// <summary>Who handles a request.</summary>
public enum EServiceHandler
{
    Commune,
    Territory,

    /// <summary>Nobody knows at the start whether the commune or the territory.</summary>
    Either,

    /// <summary>Somebody else: the State, an operator.</summary>
    Other,
}

/// <summary>What a site says of démarches (<c>site.yaml</c>, <c>eServices</c>).</summary>
/// <param name="Portal">A portal key of <c>territory.yaml</c>, or null.</param>
public sealed record EServiceSettings(EServiceModel Model, string? Portal)
{
    /// <summary>Keys of the services that the site shows, in its order; null: all, in the order of the catalogues.</summary>
    public ImmutableArray<string>? Chosen { get; init; }

    /// <summary>Keys of the services put forward on the home page, in order; empty: the territory's.</summary>
    public ImmutableArray<string> Featured { get; init; } = [];

    /// <summary>The service-public.fr sheets that the site shows; null: the territory's choice.</summary>
    public ImmutableArray<string>? Sheets { get; init; }

    /// <summary>Services of the site's own, and its words about those of portals.</summary>
    public ImmutableArray<EServiceEntry> Services { get; init; } = [];
}

/// <summary>What the territory says of démarches for all its sites (<c>territory.yaml</c>, <c>eServices</c>).</summary>
/// <param name="Portal">Key of the territory's portal; null: the first declared.</param>
/// <param name="Shared">
/// Keys of the services of which nobody knows at the start who will handle them: they always open on the territory's portal.
/// </param>
/// <param name="Featured">Keys put forward on home pages that choose nothing themselves.</param>
/// <param name="Services">Words about the portal's services, and services of the whole territory.</param>
public sealed record TerritoryEServices(
    string? Portal,
    ImmutableArray<string> Shared,
    ImmutableArray<string> Featured,
    ImmutableArray<EServiceEntry> Services)
{
    /// <summary>A territory that says nothing.</summary>
    public static TerritoryEServices None { get; } = new(null, [], [], []);
}

/// <summary>One service as an editor describes it. What is null is left to the portal's catalogue or to the territory.</summary>
/// <param name="Key">Names it in addresses: <c>/demarches/&lt;key&gt;/</c>.</param>
public sealed record EServiceEntry(string Key)
{
    public EServiceKind Kind { get; init; }

    /// <summary>The portal that offers it; null: the one that knows its key.</summary>
    public string? Portal { get; init; }

    /// <summary>What the kind needs to make an address: PayFiP's client number, a procedure's slug.</summary>
    public string? Id { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    public EServiceAccess? Access { get; init; }

    /// <summary>"Voirie et espace public".</summary>
    public string? Category { get; init; }

    /// <summary>Keys of <see cref="EServices.LifeEvents"/>.</summary>
    public ImmutableArray<string> LifeEvents { get; init; } = [];

    /// <summary>Who handles it, when that does not follow from where it opens.</summary>
    public EServiceHandler? HandledBy { get; init; }

    /// <summary>The name of who handles it, as it stands after "par": "le Trésor public".</summary>
    public string? Owner { get; init; }

    public string? ForWhom { get; init; }

    /// <summary>What to have at hand, one item each.</summary>
    public ImmutableArray<string> Documents { get; init; } = [];

    public string? Cost { get; init; }

    public string? Delay { get; init; }

    /// <summary>A directory key, <c>mairie</c> or <c>metropole/siege</c>: where to go or call.</summary>
    public string? Office { get; init; }

    /// <summary>Hours of this service when they are not the office's, as OSM's opening hours.</summary>
    public ImmutableArray<string> Hours { get; init; } = [];

    /// <summary>Other words that people search it by.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>A name of the theme's icon set.</summary>
    public string? Icon { get; init; }
}
