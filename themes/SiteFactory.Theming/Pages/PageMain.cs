using System.Collections.Immutable;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Pictures;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Theming.Pages;

/// <summary>
/// The model of a page's main part. The set of kinds is closed; a theme answers every one.
/// The fingerprint of a page is taken over this model's JSON: what a component can see is in it.
/// </summary>
public abstract record PageMain
{
    /// <summary>The page's only <c>h1</c>.</summary>
    public required string Title { get; init; }

    /// <summary>From the home page down to the parent; empty on the home page.</summary>
    public ImmutableArray<Link> Breadcrumb { get; init; } = [];
}

/// <summary>The home page: services first, then news, agenda, map and hours.</summary>
public sealed record HomeMain : PageMain
{
    public required string SiteName { get; init; }

    public string? Tagline { get; init; }

    public PictureModel? Hero { get; init; }

    public required ImmutableArray<ServiceCard> Services { get; init; }

    /// <summary>The field for a request's code.</summary>
    public TrackingModel? Tracking { get; init; }

    public required ImmutableArray<NewsCard> News { get; init; }

    public required ImmutableArray<EventCard> Events { get; init; }

    public required ContactModel Contact { get; init; }

    public required ImmutableArray<DirectoryCard> Places { get; init; }

    public BodyContent? Body { get; init; }

    /// <summary>Whether the site has news, events, a directory to link to.</summary>
    public required string SearchAction { get; init; }
}

/// <summary>A page of the tree.</summary>
public sealed record ContentMain : PageMain
{
    public string? Summary { get; init; }

    /// <summary><c>standard</c> or <c>landing</c>.</summary>
    public required string Template { get; init; }

    public PictureModel? Picture { get; init; }

    public required BodyContent Body { get; init; }

    /// <summary>The section's tree, with the current page marked.</summary>
    public ImmutableArray<LocalNode> LocalNavigation { get; init; } = [];

    public ImmutableArray<PageCard> Children { get; init; } = [];

    public ImmutableArray<TopicTag> Topics { get; init; } = [];

    public DateStamp? UpdatedAt { get; init; }

    public Origin? Origin { get; init; }

    public string? Note { get; init; }
}

public sealed record NewsListMain : PageMain
{
    public required ImmutableArray<NewsCard> News { get; init; }

    public required ImmutableArray<FilterLink> Topics { get; init; }

    public required Pager Pager { get; init; }
}

public sealed record NewsMain : PageMain
{
    public required NewsCard Item { get; init; }

    public required BodyContent Body { get; init; }

    public PictureModel? Picture { get; init; }

    public ImmutableArray<Link> Related { get; init; } = [];
}

/// <summary>The agenda: what comes next, or one month.</summary>
public sealed record AgendaMain : PageMain
{
    /// <summary>Grouped by month, in order.</summary>
    public required ImmutableArray<AgendaMonth> Months { get; init; }

    /// <summary>Links to the pages of the months that have events.</summary>
    public required ImmutableArray<FilterLink> MonthLinks { get; init; }

    public required ImmutableArray<FilterLink> Topics { get; init; }

    public required Pager Pager { get; init; }

    public required string CalendarHref { get; init; }
}

/// <param name="Label">"Décembre 2026".</param>
public sealed record AgendaMonth(string Label, ImmutableArray<EventCard> Events);

public sealed record EventMain : PageMain
{
    public required EventCard Item { get; init; }

    public required BodyContent Body { get; init; }

    public PictureModel? Picture { get; init; }

    /// <summary>Where: the directory's entry when it is known.</summary>
    public DirectoryCard? Place { get; init; }

    public string? PlaceName { get; init; }

    public string? PlaceAddress { get; init; }

    public GeoModel? Geo { get; init; }

    public string? Organizer { get; init; }

    public string? Price { get; init; }

    public string? Registration { get; init; }

    /// <summary>An address when <see cref="Registration"/> is one.</summary>
    public string? RegistrationHref { get; init; }

    public required string CalendarHref { get; init; }

    /// <summary>The next dates of a repeated event.</summary>
    public ImmutableArray<EventWhen> NextDates { get; init; } = [];
}

public sealed record DirectoryMain : PageMain
{
    /// <summary>By kind of entry, in a fixed order.</summary>
    public required ImmutableArray<DirectoryGroup> Groups { get; init; }

    public required string GeoJsonHref { get; init; }
}

public sealed record DirectoryGroup(string Type, string Label, ImmutableArray<DirectoryCard> Entries);

public sealed record DirectoryEntryMain : PageMain
{
    public required DirectoryCard Item { get; init; }

    public required BodyContent Body { get; init; }

    public PictureModel? Picture { get; init; }
}

public sealed record DocumentsMain : PageMain
{
    public required ImmutableArray<DocumentCard> Documents { get; init; }

    public required ImmutableArray<FilterLink> Types { get; init; }

    public required Pager Pager { get; init; }
}

public sealed record DocumentMain : PageMain
{
    public required DocumentCard Item { get; init; }

    public required BodyContent Body { get; init; }
}

/// <summary>The service-public.fr sheets that the site shows, by theme.</summary>
public sealed record SheetsMain : PageMain
{
    public required ImmutableArray<SheetGroup> Groups { get; init; }
}

/// <param name="Label">The theme: "Papiers – Citoyenneté".</param>
public sealed record SheetGroup(string Label, ImmutableArray<PageCard> Sheets);

/// <summary>A sheet of service-public.fr. Its body brings source, date and licence.</summary>
public sealed record SheetMain : PageMain
{
    /// <summary>"Fiche pratique", "Question-réponse".</summary>
    public required string Kind { get; init; }

    public string? Summary { get; init; }

    public required BodyContent Body { get; init; }
}

public sealed record MapMain : PageMain
{
    public required string GeoJsonHref { get; init; }

    public required GeoModel? Center { get; init; }

    public required ImmutableArray<DirectoryGroup> Groups { get; init; }
}

public sealed record SearchMain : PageMain
{
    /// <summary>Root of the site's index, or null when search is skipped.</summary>
    public required string? IndexHref { get; init; }

    /// <summary>Root of the territory's index.</summary>
    public required string? TerritoryIndexHref { get; init; }

    public required string SiteName { get; init; }

    public required string TerritoryName { get; init; }

    /// <summary>Shown without JavaScript.</summary>
    public required ImmutableArray<SiteMapNode> Map { get; init; }
}

public sealed record SiteMapMain : PageMain
{
    public required ImmutableArray<SiteMapNode> Map { get; init; }
}

/// <summary>The accessibility statement (arrêté du 20 septembre 2019; RGAA).</summary>
public sealed record AccessibilityMain : PageMain
{
    public required string SiteName { get; init; }

    public required string BaseUrl { get; init; }

    /// <summary>"totalement conforme", "partiellement conforme" or "non conforme".</summary>
    public required string Level { get; init; }

    /// <summary>"82 %", or null without an audit.</summary>
    public string? Rate { get; init; }

    public string? Auditor { get; init; }

    public DateStamp? AuditDate { get; init; }

    public DateStamp? StatementDate { get; init; }

    /// <summary>The statement is older than three years.</summary>
    public bool Expired { get; init; }

    public ImmutableArray<string> NonConformities { get; init; } = [];

    public ImmutableArray<string> Exemptions { get; init; } = [];

    public ImmutableArray<string> OutOfScope { get; init; } = [];

    /// <summary>The accessibility scheme over several years.</summary>
    public string? PlanHref { get; init; }

    public ImmutableArray<string> Environment { get; init; } = [];

    public ImmutableArray<string> Tools { get; init; } = [];

    /// <summary>The pages that were audited.</summary>
    public ImmutableArray<string> Pages { get; init; } = [];

    public required ContactModel Contact { get; init; }
}

/// <summary>The legal notice (LCEN, loi 2004-575 art. 6 and 1-1).</summary>
public sealed record LegalMain : PageMain
{
    public required string SiteName { get; init; }

    public required bool IsMetropole { get; init; }

    public string? Insee { get; init; }

    public string? Siren { get; init; }

    public string? PublicationDirector { get; init; }

    public required ContactModel Contact { get; init; }

    public string? HostName { get; init; }

    public string? HostAddress { get; init; }

    public string? HostPhone { get; init; }

    /// <summary>Credits of the pictures that the site shows.</summary>
    public ImmutableArray<string> Credits { get; init; } = [];
}

public sealed record PrivacyMain : PageMain
{
    public required string SiteName { get; init; }

    public required ContactModel Contact { get; init; }

    public string? OfficerName { get; init; }

    public string? OfficerEmail { get; init; }
}

/// <summary>How to write to the administration (saisine par voie électronique, CRPA L112-8).</summary>
public sealed record ContactMain : PageMain
{
    public required ContactModel Contact { get; init; }

    public ImmutableArray<DirectoryCard> Services { get; init; } = [];

    public ImmutableArray<ServiceCard> Online { get; init; } = [];
}

public sealed record NotFoundMain : PageMain
{
    public required ImmutableArray<Link> Suggestions { get; init; }
}

/// <summary>What the service worker shows without a network: the emergency numbers and the town hall.</summary>
public sealed record OfflineMain : PageMain
{
    public required ContactModel Contact { get; init; }
}
