using System.Collections.Immutable;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Theming.Pages;

/// <summary>A démarche or page put forward.</summary>
/// <param name="Href">The site's page about it.</param>
/// <param name="Handler">Who handles it: "La mairie de Vany", "Metz Métropole"; null for a plain page.</param>
/// <param name="Icon">A name of the theme's icon set, or null.</param>
public sealed record ServiceCard(string Title, string Href, string? Description, string? Handler, bool External, string? Icon)
{
    /// <summary>Its key on the site; empty for a plain page.</summary>
    public string Key { get; init; } = "";

    /// <summary>Who handles it: <c>commune</c>, <c>territory</c>, <c>either</c> or <c>other</c>; empty for a plain page.</summary>
    public string HandlerKind { get; init; } = "";

    /// <summary>How it is done: <c>online</c>, <c>sign-in</c>, <c>paper</c> or <c>closed</c>; empty for a plain page.</summary>
    public string Access { get; init; } = "";

    /// <summary>Where it starts, the commune in it; null when it is not online or closed.</summary>
    public string? StartHref { get; init; }

    /// <summary>The origin that may be shown in a frame to start it; null when it does not start online or its portal refuses frames.</summary>
    public string? FrameOrigin { get; init; }

    /// <summary>Other words that it is looked for by.</summary>
    public string Keywords { get; init; } = "";
}

/// <summary>Services under one heading.</summary>
public sealed record ServiceGroup(string Label, string? Description, ImmutableArray<ServiceCard> Services)
{
    /// <summary>Unique on the page, for anchors.</summary>
    public string Key { get; init; } = "";
}

/// <summary>How to follow a request.</summary>
/// <param name="Method"><c>post</c> or <c>get</c> for a form with one field; <c>link</c> for a page that asks by itself.</param>
/// <param name="Action">The form's action or the link's address.</param>
/// <param name="Field">The field's name; empty for a link.</param>
/// <param name="Portal">The portal's name.</param>
public sealed record TrackingModel(string Method, string Action, string Field, string Portal);

/// <summary>The démarches, by moment of life and by category.</summary>
public sealed record ServicesMain : PageMain
{
    /// <summary>"Je déménage": the services that help then.</summary>
    public ImmutableArray<ServiceGroup> LifeEvents { get; init; } = [];

    /// <summary>All services, by category.</summary>
    public required ImmutableArray<ServiceGroup> Groups { get; init; }

    /// <summary>Pages that explain, the site's own and the shared.</summary>
    public ImmutableArray<ServiceGroup> Guides { get; init; } = [];

    public TrackingModel? Tracking { get; init; }

    /// <summary>The portal, when the territory declares one.</summary>
    public Link? Portal { get; init; }
}

/// <summary>One démarche: what, for whom, with what, at which cost, where.</summary>
public sealed record ServiceMain : PageMain
{
    public required ServiceCard Service { get; init; }

    /// <summary>The host that the start leads to: "services.example.org".</summary>
    public string? StartHost { get; init; }

    /// <summary>What a national service asks for that only the site knows: PayFiP's client number.</summary>
    public string? Identifier { get; init; }

    public string? ForWhom { get; init; }

    public ImmutableArray<string> Documents { get; init; } = [];

    public string? Cost { get; init; }

    public string? Delay { get; init; }

    /// <summary>Where to go or call.</summary>
    public DirectoryCard? Office { get; init; }

    /// <summary>The town hall, when no office is named.</summary>
    public ContactModel? Contact { get; init; }

    /// <summary>Hours of this service when they are not the office's.</summary>
    public HoursModel? Hours { get; init; }

    public TrackingModel? Tracking { get; init; }

    public ImmutableArray<ServiceCard> Related { get; init; } = [];
}

/// <summary>Where to follow a request.</summary>
public sealed record TrackingMain : PageMain
{
    /// <summary>One a portal.</summary>
    public required ImmutableArray<TrackingModel> Doors { get; init; }

    public required ContactModel Contact { get; init; }
}

/// <summary>How to put a démarche or the site on a telephone's home screen.</summary>
public sealed record HomeScreenMain : PageMain
{
    public required string SiteName { get; init; }

    /// <summary>Services that are worth an icon.</summary>
    public required ImmutableArray<ServiceCard> Services { get; init; }
}
