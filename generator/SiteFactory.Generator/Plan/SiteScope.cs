using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using SiteFactory.EServices.Routing;
using SiteFactory.Generator.Plan.Everyday;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan;

/// <summary>
/// One site at one moment: what of its view the public sees, and the models made from it, each made once.
/// Planned by one thread, and asked by others for what its syndicated bodies show.
/// </summary>
internal sealed class SiteScope
{
    private readonly Lazy<CardBook> _cards;
    private readonly Lazy<ContactModel> _contact;
    private readonly Lazy<PageTree> _tree;
    private readonly Lazy<SheetBook> _sheets;
    private readonly Lazy<ServiceBook> _services;
    private readonly Lazy<WasteModels?> _waste;
    private readonly Dictionary<string, SiteScope> _asked = [];

    public SiteScope(TerritoryScope territory, SiteView view)
    {
        Territory = territory;
        View = view;
        var now = territory.Settings.Now;
        News = Visible(view.News, now);
        Events = Visible(view.Events, now);
        Directory = Visible(view.Directory, now);
        Alerts = Visible(view.Alerts, now);
        SharedPages = Visible(view.SharedPages, now);
        Pages = [.. view.Pages.Where(p => Publication.IsVisible(p, now))];
        Documents = [.. view.Documents.Where(d => Publication.IsVisible(d, now))];
        Media = new(territory, view.Site);
        Frame = PlanFrame.Of(territory, view.Site);
        Remembered = territory.Memory.Items.GetValueOrDefault(view.Site.Key, ItemMemory.Empty).In(Frame);
        _cards = new(() => new CardBook(this));
        _contact = new(() => ContactModels.Of(this));
        _tree = new(() => PageTree.Of(this));
        _sheets = new(() => new SheetBook(this));
        _services = new(() => new ServiceBook(this, ServiceRouting.For(territory.Snapshot.Territory, view.Site, territory.Settings.Catalogues)));
        _waste = new(() => WasteModels.Of(this));
    }

    public TerritoryScope Territory { get; }

    public SiteView View { get; }

    public Site Site => View.Site;

    public bool IsMetropole => Site.Kind == SiteKind.Metropole;

    public DateTimeZone Zone => Territory.Zone;

    public Instant Now => Territory.Settings.Now;

    public LocalDate Today => Territory.Today;

    public ImmutableArray<Shown<NewsItem>> News { get; }

    public ImmutableArray<Shown<EventItem>> Events { get; }

    public ImmutableArray<Shown<DirectoryEntry>> Directory { get; }

    public ImmutableArray<Shown<Alert>> Alerts { get; }

    public ImmutableArray<Shown<Page>> SharedPages { get; }

    public ImmutableArray<Page> Pages { get; }

    public ImmutableArray<OfficialDocument> Documents { get; }

    /// <summary>The pictures and files this site publishes.</summary>
    public SiteMedia Media { get; }

    /// <summary>What every item depends on.</summary>
    public PlanFrame Frame { get; }

    /// <summary>What the plan before left.</summary>
    public ItemMemory Remembered { get; }

    public CardBook Cards => _cards.Value;

    public ContactModel Contact => _contact.Value;

    public PageTree Tree => _tree.Value;

    /// <summary>What the site says of everyday services.</summary>
    public EverydayServices Everyday => Territory.Snapshot.Sites[Site.Key].Everyday;

    /// <summary>What the métropole says of them to its communes; null on its own site.</summary>
    public EverydayServices? MetropoleEveryday => IsMetropole ? null : Territory.Snapshot.Metropole?.Everyday;

    /// <summary>The waste collections that the site shows; null when there are none.</summary>
    public WasteModels? Waste => _waste.Value;

    /// <summary>The service-public.fr sheets it shows.</summary>
    public SheetBook Sheets => _sheets.Value;

    /// <summary>The démarches.</summary>
    public ServiceBook Services => _services.Value;

    /// <summary>Other sites whose content was used: the métropole, owners of what is shown, of media and of places.</summary>
    public IReadOnlySet<string> Dependencies
    {
        get
        {
            var all = OwnDependencies.Concat(_asked.Values.SelectMany(s => s.OwnDependencies)).Where(k => k != Site.Key).ToHashSet();
            if (!IsMetropole && Territory.Snapshot.Metropole is { } metropole)
                all.Add(metropole.Site.Key);
            return all;
        }
    }

    private IEnumerable<string> OwnDependencies =>
        View.News.Select(s => s.Owner.Key)
            .Concat(View.Events.Select(s => s.Owner.Key))
            .Concat(View.Directory.Select(s => s.Owner.Key))
            .Concat(View.Alerts.Select(s => s.Owner.Key))
            .Concat(View.SharedPages.Select(s => s.Owner.Key))
            .Concat(Media.Owners)
            .Concat(Cards.PlaceOwners)
            .Concat(Services.OfficeOwners);

    /// <summary>Other sites whose view a body was answered from.</summary>
    public IReadOnlyDictionary<string, SiteView> AskedViews => _asked.ToDictionary(a => a.Key, a => a.Value.View);

    /// <summary>Notes that a body shown here asks another site what it shows.</summary>
    public void Ask(SiteScope other) => _asked[other.Site.Key] = other;

    /// <summary>"d’Amanvillers", "du Ban-Saint-Martin", "de Vany".</summary>
    public string OfName => FrenchNames.Of(Site.Name);

    /// <summary>An absolute address on this site.</summary>
    public string Absolute(string path) => Site.BaseUrl + path;

    private static ImmutableArray<Shown<T>> Visible<T>(ImmutableArray<Shown<T>> items, Instant now)
        where T : ContentItem
    {
        foreach (var item in items)
        {
            if (!Publication.IsVisible(item.Item, now))
                return [.. items.Where(i => Publication.IsVisible(i.Item, now))];
        }
        return items;
    }
}
