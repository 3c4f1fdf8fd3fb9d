using System.Collections.Immutable;
using SiteFactory.Widgets.Accordion;
using SiteFactory.Widgets.Callout;
using SiteFactory.Widgets.Cards;
using SiteFactory.Widgets.Contact;
using SiteFactory.Widgets.Directory;
using SiteFactory.Widgets.Documents;
using SiteFactory.Widgets.Embed;
using SiteFactory.Widgets.EService;
using SiteFactory.Widgets.EServiceList;
using SiteFactory.Widgets.Events;
using SiteFactory.Widgets.Fiche;
using SiteFactory.Widgets.Gallery;
using SiteFactory.Widgets.Hours;
using SiteFactory.Widgets.Jobs;
using SiteFactory.Widgets.KeyFigures;
using SiteFactory.Widgets.Map;
using SiteFactory.Widgets.Menus;
using SiteFactory.Widgets.News;
using SiteFactory.Widgets.Players;
using SiteFactory.Widgets.Rooms;
using SiteFactory.Widgets.Steps;
using SiteFactory.Widgets.Timeline;
using SiteFactory.Widgets.Tracking;
using SiteFactory.Widgets.Video;
using SiteFactory.Widgets.Waste;
using SiteFactory.Widgets.Works;

namespace SiteFactory.Widgets;

/// <summary>The directives that editors have.</summary>
public static class Directives
{
    /// <summary>One line a directive; its folder has the same name.</summary>
    public static ImmutableArray<IDirective> All { get; } = With(PlayerHost.Default);

    /// <summary>The same, with other hosts for players.</summary>
    public static ImmutableArray<IDirective> With(ImmutableArray<PlayerHost> hosts) =>
    [
        new GalleryDirective(),
        new DocumentsDirective(),
        new AccordionDirective(),
        new CardsDirective(),
        new CalloutDirective(),
        new ContactDirective(),
        new MapDirective(),
        new HoursDirective(),
        new NewsDirective(),
        new EventsDirective(),
        new DirectoryDirective(),
        new EServiceDirective(),
        new EServiceListDirective(),
        new TrackingDirective(),
        new FicheDirective(),
        new WasteDirective(),
        new MenusDirective(),
        new WorksDirective(),
        new JobsDirective(),
        new RoomsDirective(),
        new EmbedDirective(hosts),
        new VideoDirective(hosts),
        new StepsDirective(),
        new KeyFiguresDirective(),
        new TimelineDirective(),
    ];
}
