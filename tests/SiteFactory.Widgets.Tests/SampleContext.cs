using System.Collections.Immutable;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Everyday;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Widgets.Tests;

/// <summary>A small town that answers every question a directive may ask.</summary>
internal sealed class SampleContext : IBodyContext
{
    private static readonly DateStamp Monday = new("2026-09-14", "14 septembre 2026", "lundi", "14", "sept.", "2026");
    private static readonly ImmutableArray<TopicTag> WasteTopics = [new("dechets", "Déchets", "/actualites/theme/dechets/")];

    private static readonly HoursModel Hours = new(
        [
            new("Lundi", "9 h – 12 h, 14 h – 17 h", true), new("Mardi", "9 h – 12 h", true), new("Mercredi", "Fermé", false),
            new("Jeudi", "9 h – 12 h", true), new("Vendredi", "9 h – 12 h", true), new("Samedi", "Fermé", false), new("Dimanche", "Fermé", false),
        ],
        ["Fermé du 24 au 26 décembre 2026"], "1:540-720,840-1020;2:540-720", "Europe/Paris");

    public static DirectoryCard Mairie { get; } = new(
        "mairie", "Mairie de Vany", "/annuaire/mairie/", "L’accueil de la commune.", "facility", "Équipements", "Administration", null,
        "1 rue de l’Église, 57070 Vany", ["03 87 00 00 00"], ["mairie@vany.example"], [new("Site de la mairie", "https://www.vany.example/", true)],
        new(49.15, 6.25), Hours, true, null, null);

    public string SiteName => "Vany";

    public ContactModel Contact { get; } = new("Mairie de Vany", "1 rue de l’Église", "57070", "Vany", "03 87 00 00 00", "mairie@vany.example", new(49.15, 6.25), Hours);

    public string Link(string path) => path == "/dechets/" ? "/cadre-de-vie/dechets/" : path;

    public PictureModel? Picture(string path, string? alt) => path.Contains("absente", StringComparison.Ordinal)
        ? null
        : new("/medias/" + path[(path.LastIndexOf('/') + 1)..], 1200, 800, alt ?? "", [new("image/webp", "/medias/x-480.webp 480w, /medias/x-960.webp 960w")], null, null, "Ville de Vany");

    public FileLink? File(string path) => path.Contains("absent", StringComparison.Ordinal)
        ? null
        : new("/medias/" + path[(path.LastIndexOf('/') + 1)..], path[(path.LastIndexOf('/') + 1)..], "PDF, 120 Ko");

    public ImmutableArray<NewsCard> News(string? topic, int limit) => topic == "vide" ? [] :
        [.. new NewsCard[]
        {
            new("La collecte change", "/actualites/collecte/", "Les bacs sortent le mardi.", Monday, null, WasteTopics, new("Metz Métropole", "https://www.metzmetropole.example/actualites/collecte/"), false, null),
            new("Le lavoir est restauré", "/actualites/lavoir/", null, Monday, null, [], null, false, null),
        }.Take(limit)];

    public ImmutableArray<EventCard> Events(string? topic, int limit) => topic == "vide" ? [] :
        [.. new EventCard[]
        {
            new("Marché de Noël", "/agenda/marche/", "Artisans et vin chaud.", new("Samedi 12 décembre 2026, de 14 h à 18 h", "2026-12-12T14:00+01:00", null, new("2026-12-12", "12 décembre 2026", "samedi", "12", "déc.", "2026"), null, null), "Place de l’Église", "scheduled", null, [], null, false, null),
            new("Concert", "/agenda/concert/", null, new("Dimanche 13 décembre 2026, 17 h", "2026-12-13T17:00+01:00", null, new("2026-12-13", "13 décembre 2026", "dimanche", "13", "déc.", "2026"), null, null), null, "cancelled", null, [], null, false, null),
        }.Take(limit)];

    public ImmutableArray<DirectoryCard> Directory(string? type, string? category, int limit) =>
        category == "Vide" ? [] : [Mairie, Mairie with { Key = "club", Title = "Club de tennis", Href = "/annuaire/club/", Category = "Sport", Hours = null, Geo = new(49.16, 6.26) }];

    public DirectoryCard? Entry(string key) => key is "inconnue" ? null : key == "club" ? Mairie with { Key = "club", Hours = null } : key == "mairie" ? Mairie : Mairie with { Key = key, Title = "École de Vany", Href = "/annuaire/" + key + "/" };

    public ImmutableArray<DocumentCard> Documents(string? type, int limit) => type == "other" ? [] :
        [new("Délibérations du 21 septembre", "/documents/deliberations/", "deliberation", "Délibération", Monday, "2026-31", "Le maire", Monday, new("/medias/d.pdf", "d.pdf", "PDF, 120 Ko"), null)];

    public SheetModel? Sheet(string id) => id == "F1341" ? SampleSheet.Of(Contact) : null;

    public ServiceCard? Service(string? portal, string service) => portal == "inconnu" || service == "disparue" ? null
        : service == "au-guichet" ? Report with { StartHref = null, FrameOrigin = null } : Report;

    public bool HasPortal(string key) => key != "inconnu";

    public ImmutableArray<ServiceCard> Services(ServiceFilter filter) => filter.Category == "vide" ? [] :
        [.. new[]
        {
            Report,
            new ServiceCard("Se faire recenser à 16 ans", "/demarches/recensement-citoyen/", null, "la mairie de Vany", false, "identity") { Key = "recensement-citoyen", HandlerKind = "commune", Access = "paper" },
        }.Take(filter.Limit)];

    public TrackingModel? Tracking(string? portal) => portal == "inconnu" ? null : new("post", "https://services.example.org/code/load", "code", "Metz Métropole");

    private static ServiceCard Report { get; } = new("Signaler une anomalie", "/demarches/signaler-une-anomalie/", "Voirie, éclairage, propreté.", "la mairie ou Metz Métropole, selon la demande", false, "alert")
    {
        Key = "signaler-une-anomalie",
        HandlerKind = "either",
        Access = "online",
        StartHref = "https://services.example.org/signaler-une-anomalie/?commune=57694",
        FrameOrigin = "https://services.example.org",
    };

    public WasteModel? Waste(string? sector) => SampleEveryday.Waste(words => words) is var all && sector is null ? all : all with { Streets = [], Sectors = [.. all.Sectors.Where(s => s.Key == sector)] } is { Sectors.IsEmpty: false } one ? one : null;

    public MenusModel? Menus() => SampleEveryday.Menus(words => words);

    public WorksModel? Works() => SampleEveryday.Works(words => words);

    public JobsModel? Jobs() => SampleEveryday.Jobs(words => words, Contact);

    public RoomsModel? Rooms(string? entry) => entry == "inconnue" ? new(null, []) : SampleEveryday.Rooms(words => words, Mairie);
}
