using System.Collections.Immutable;
using SiteFactory.Theming.Everyday;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Theming.Bodies;

/// <summary>
/// All that a directive may know of the site it stands on. The generator records every answer, and the answers are the
/// body's fingerprint: a directive that asks has its page rebuilt when the answer changes, and needs to declare nothing.
/// </summary>
public interface IBodyContext
{
    /// <summary>The site's name: "Vany".</summary>
    string SiteName { get; }

    /// <summary>
    /// Where a link of the body leads on the site that shows it: a path of the owner's site may be another path here, or an
    /// absolute address. Composers ask for every link that starts with one slash.
    /// </summary>
    string Link(string path);

    /// <summary>The site's own contact.</summary>
    ContactModel Contact { get; }

    /// <summary>A picture of the item's site, or shared by another (<c>metropole/media/x.jpg</c>); null when there is none.</summary>
    PictureModel? Picture(string path, string? alt);

    /// <summary>A media file to download or play; null when there is none.</summary>
    FileLink? File(string path);

    /// <summary>The newest news, all topics when null.</summary>
    ImmutableArray<NewsCard> News(string? topic, int limit);

    /// <summary>The next events, all topics when null.</summary>
    ImmutableArray<EventCard> Events(string? topic, int limit);

    /// <summary>Directory entries by type (<c>association</c>) and category, each optional.</summary>
    ImmutableArray<DirectoryCard> Directory(string? type, string? category, int limit);

    /// <summary>A directory entry by key (<c>mairie</c>, <c>metropole/musee</c>); null when there is none.</summary>
    DirectoryCard? Entry(string key);

    /// <summary>The newest documents, all types when null (<c>deliberation</c>).</summary>
    ImmutableArray<DocumentCard> Documents(string? type, int limit);

    /// <summary>A sheet of service-public.fr; null when the territory does not keep it.</summary>
    SheetModel? Sheet(string id);

    /// <summary>The waste collections, all sectors or one; null when the site has none, or not that one.</summary>
    WasteModel? Waste(string? sector);

    /// <summary>The canteen's menus; null when the site gives none.</summary>
    MenusModel? Menus();

    /// <summary>Works and closed roads; null when the site tells none.</summary>
    WorksModel? Works();

    /// <summary>Job offers; null when the site makes none.</summary>
    JobsModel? Jobs();

    /// <summary>Rooms for rent, all or one; null when the site has none.</summary>
    RoomsModel? Rooms(string? entry);

    /// <summary>A service of the site, of a given portal or of any; null when there is none.</summary>
    ServiceCard? Service(string? portal, string service);

    /// <summary>Whether the territory declares a portal of that key.</summary>
    bool HasPortal(string key);

    /// <summary>The site's services that fit.</summary>
    ImmutableArray<ServiceCard> Services(ServiceFilter filter);

    /// <summary>How to follow a request on a portal, the site's first when null; null when it has no such place.</summary>
    TrackingModel? Tracking(string? portal);
}

/// <summary>Which services a list shows; null: whichever.</summary>
/// <param name="Category">The category's name as slug: <c>dechets</c>.</param>
/// <param name="LifeEvent">A key of the closed list: <c>demenagement</c>.</param>
/// <param name="Audience">A key of the closed list: <c>familles</c>.</param>
/// <param name="Handler"><c>commune</c>, <c>territory</c>, <c>either</c> or <c>other</c>.</param>
public sealed record ServiceFilter(string? Category, string? LifeEvent, string? Audience, string? Handler, int Limit);

/// <summary>Turns Markdown with directives into a fragment.</summary>
public interface IBodyComposer
{
    /// <summary>Whether composing this text may ask the context anything; false lets the work wait until the page is rendered.</summary>
    bool NeedsContext(string markdown);

    /// <summary>Parses, validates and resolves; faults do not throw.</summary>
    ComposedBody Compose(string markdown, IBodyContext context);
}

/// <summary>A fragment and what was wrong with its text.</summary>
public sealed record ComposedBody(Microsoft.AspNetCore.Components.RenderFragment Fragment, ImmutableArray<BodyFault> Faults)
{
    /// <summary>Origins that it shows in frames once a reader asks, besides those of players.</summary>
    public ImmutableArray<string> Frames { get; init; } = [];
}

/// <summary>Something wrong in a body, in French, for the person who writes it.</summary>
/// <param name="Code">Kebab-case: <c>unknown-directive</c>.</param>
/// <param name="Line">1-based, from the body's first line.</param>
public sealed record BodyFault(string Code, bool IsError, int Line, string Message, string Cure);
