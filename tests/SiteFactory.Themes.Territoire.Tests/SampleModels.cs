using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Themes.Territoire.Tests;

/// <summary>One model of each kind of page, as a commune would fill it. <c>Text</c> stands in every field that people write.</summary>
internal sealed partial class SampleModels(Func<string, string>? text = null)
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    private readonly Func<string, string> _text = text ?? (words => words);

    public ImmutableArray<(string Name, PageHead Head, PageMain Main, string? Section)> Pages =>
    [
        ("accueil", Head("/", "Amanvillers"), Home, null),
        ("page", Head("/vie-municipale/conseil-municipal/", "Le conseil municipal"), Content, "/vie-municipale/"),
        ("rubrique", Head("/vie-municipale/", "Vie municipale"), Landing, "/vie-municipale/"),
        ("actualites", Head("/actualites/", "Actualités"), NewsList, null),
        ("actualite", Head("/actualites/rentree/", "La rentrée"), NewsItem, null),
        ("agenda", Head("/agenda/", "Agenda"), Agenda, null),
        ("evenement", Head("/agenda/marche-de-noel/", "Marché de Noël"), Event, null),
        ("annuaire", Head("/annuaire/", "Annuaire"), Directory, null),
        ("fiche-annuaire", Head("/annuaire/mairie/", "Mairie"), DirectoryEntry, null),
        ("documents", Head("/documents/", "Documents officiels"), Documents, null),
        ("document", Head("/documents/budget/", "Budget"), Document, null),
        ("demarches", Head("/demarches/", "Démarches"), Services, null),
        ("fiches-pratiques", Head("/demarches/fiches/", "Fiches pratiques"), Sheets, null),
        ("fiche-pratique", Head("/demarches/fiches/f1341-carte/", "Carte d’identité"), Sheet, null),
        ("demarche", Head("/demarches/encombrants/", "Faire enlever des encombrants"), Demarche, null),
        ("suivre", Head("/demarches/suivre/", "Suivre ma demande"), Tracking, null),
        ("ecran-d-accueil", Head("/demarches/ecran-d-accueil/", "Vos démarches sur l’écran d’accueil"), HomeScreen, null),
        ("carte", Head("/carte/", "Carte"), Map, null),
        ("recherche", Head("/recherche/", "Recherche"), Search, null),
        ("plan-du-site", Head("/plan-du-site/", "Plan du site"), SiteMap, null),
        ("accessibilite", Head("/accessibilite/", "Accessibilité"), Accessibility, null),
        ("mentions-legales", Head("/mentions-legales/", "Mentions légales"), Legal, null),
        ("donnees-personnelles", Head("/donnees-personnelles/", "Données personnelles"), Privacy, null),
        ("contact", Head("/contact/", "Contact"), ContactPage, null),
        ("404", Head("/404.html", "Page introuvable") with { NoIndex = true, Canonical = null }, NotFound, null),
        ("hors-ligne", Head("/hors-ligne/", "Hors connexion") with { NoIndex = true }, Offline, null),
    ];

    public SiteShell Shell => new(
        "amanvillers", false, _text("Amanvillers"), "https://www.amanvillers.fr", 2188, Picture("blason.svg", "", 120, 144),
        new(_text("Metz Métropole"), "https://www.metzmetropole.fr/", null),
        [
            Node("La commune", "/ma-commune/", "Histoire et patrimoine", "La commune en chiffres", "Venir et se déplacer", "Le sentier de la frontière"),
            Node("Vie municipale", "/vie-municipale/", "Le maire et les élus", "Le conseil municipal", "Comptes rendus", "Budget", "Bulletin municipal"),
            Node("Mes démarches", "/mes-demarches/", "État civil", "Carte d’identité et passeport", "Élections", "Urbanisme", "Louer une salle", "Nouveaux habitants"),
            Node("Enfance et jeunesse", "/enfance-jeunesse/", "L’école", "Périscolaire et cantine", "Petite enfance"),
            Node("Cadre de vie", "/cadre-de-vie/", "Travaux et projets", "Déchets et tri", "Bruit et voisinage", "Forêt communale", "Cimetière"),
            Node("Culture, sport et loisirs", "/culture-sport-loisirs/", "Les associations", "Bibliothèque", "Conseil des jeunes"),
        ],
        [new("Démarches", "/demarches/"), new("Annuaire", "/annuaire/"), new("Contact", "/contact/")],
        [new("Mentions légales", "/mentions-legales/"), new("Données personnelles", "/donnees-personnelles/"), new("Plan du site", "/plan-du-site/"), new("Contact", "/contact/")],
        "Accessibilité : non conforme", Contact,
        [new("neige", "warning", _text("Vigilance neige et verglas"), _text("Les bus scolaires ne circulent pas mardi matin."), Body("<p>La cantine reste ouverte.</p>"), new(_text("Le plan de déneigement"), "/actualites/deneigement/"), new(_text("Metz Métropole"), "https://www.metzmetropole.fr/"))],
        Demo: true, "#003d7c", Assets);

    public static ImmutableSortedDictionary<string, string> Assets { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        ((string[])["theme.css", "theme.js", "map.js", "map.css", "icons.svg", "heading.woff2", "search-page.js"]).Select(name => KeyValuePair.Create(name, "/assets/" + name)));

    public HomeMain Home => new()
    {
        Title = _text("Amanvillers"),
        SiteName = _text("Amanvillers"),
        Tagline = _text("Entre Metz et la vallée de l’Orne, un village au grand air"),
        Hero = Picture("hero.jpg", "Le village vu des prés, un soir d’été", 1600, 900),
        Services =
        [
            Service("Carte d’identité, passeport", "Où faire sa demande, avec quelles pièces", "Mairie", "identity"),
            Service("État civil", "Naissance, mariage, PACS, décès", "Mairie", "birth"),
            Service("Urbanisme et permis", "Construire, clôturer, repeindre", "Mairie", "permit"),
            Service("Cantine et périscolaire", "Inscrire un enfant, réserver, payer", "Mairie", "child"),
            Service("Déchets et encombrants", "Calendrier, déchèterie, enlèvement", "Metz Métropole", "waste"),
            Service("Signaler une anomalie", "Voirie, éclairage, propreté", "Metz Métropole", "alert", external: true),
            Service("Louer une salle", "Tarifs, disponibilités, réservation", "Mairie", "key"),
            Service("Eau et assainissement", "Abonnement, facture, fuite", "Metz Métropole", "water"),
        ],
        Tracking = Door,
        News = NewsCards,
        Events = [.. EventCards.Take(4)],
        Contact = Contact,
        Places = Entries,
        Body = BodyContent.Empty,
        SearchAction = "/recherche/",
    };

    public ContentMain Content => new()
    {
        Title = _text("Le conseil municipal"),
        Breadcrumb = [new("Accueil", "/"), new("Vie municipale", "/vie-municipale/")],
        Summary = _text("Dix-neuf élus se réunissent six fois par an, en séance publique."),
        Template = "standard",
        Picture = Picture("mairie.jpg", "La façade de la mairie"),
        Body = Body(LongBody),
        LocalNavigation =
        [
            new("Le maire et les élus", "/vie-municipale/le-maire-et-les-elus/", false, []),
            new("Le conseil municipal", "/vie-municipale/conseil-municipal/", true, [new("Comptes rendus", "/vie-municipale/comptes-rendus/", false, [])]),
            new("Budget", "/vie-municipale/budget/", false, []),
            new("Bulletin municipal", "/vie-municipale/bulletin-municipal/", false, []),
        ],
        Topics = [new("vie-municipale", "Vie municipale", "/actualites/thematique/vie-municipale/")],
        UpdatedAt = FrenchDates.Stamp(new(2026, 10, 1)),
        Origin = Metropole,
        Note = _text("Les séances ont lieu à la salle de la Gare pendant les travaux."),
    };

    public ContentMain Landing => new()
    {
        Title = _text("Vie municipale"),
        Breadcrumb = [new("Accueil", "/")],
        Summary = _text("Vos élus, leurs décisions, le budget de la commune."),
        Template = "landing",
        Body = Body("<p>Le conseil municipal se réunit six fois par an. Ses séances sont publiques.</p>"),
        Children =
        [
            new(_text("Le maire et les élus"), "/vie-municipale/le-maire-et-les-elus/", _text("Qui fait quoi, et comment les rencontrer"), Picture("mairie.jpg", "")),
            new(_text("Le conseil municipal"), "/vie-municipale/conseil-municipal/", _text("Dates des séances et commissions"), Picture("salle.jpg", "")),
            new(_text("Budget"), "/vie-municipale/budget/", _text("Recettes, dépenses, projets"), Picture("travaux.jpg", "")),
        ],
    };

    public NewsListMain NewsList => new()
    {
        Title = "Actualités",
        Breadcrumb = [new("Accueil", "/")],
        News = NewsCards,
        Topics = Filters("/actualites/"),
        Pager = new(1, 3, null, "/actualites/page/2/", [new("1", "/actualites/"), new("2", "/actualites/page/2/"), new("3", "/actualites/page/3/")]),
    };

    public NewsMain NewsItem => new()
    {
        Title = _text("La rentrée à l’école du village : ce qui change"),
        Breadcrumb = [new("Accueil", "/"), new("Actualités", "/actualites/")],
        Item = NewsCards[0],
        Body = Body(LongBody),
        Picture = Picture("ecole.jpg", "La cour de l’école"),
        Related = [new(_text("Le menu de la cantine"), "/actualites/menu/"), new(_text("Le transport scolaire"), "/actualites/transport/")],
    };

    public AgendaMain Agenda => new()
    {
        Title = "Agenda",
        Breadcrumb = [new("Accueil", "/")],
        Months = [new("Novembre 2026", [.. EventCards.Take(2)]), new("Décembre 2026", [.. EventCards.Skip(2)])],
        MonthLinks = [new("Novembre 2026", "/agenda/2026-11/", false, 2), new("Décembre 2026", "/agenda/2026-12/", true, 3)],
        Topics = Filters("/agenda/"),
        Pager = new(2, 2, "/agenda/", null, [new("1", "/agenda/"), new("2", "/agenda/page/2/")]),
        CalendarHref = "/agenda/agenda.ics",
    };

    public EventMain Event => new()
    {
        Title = _text("Marché de Noël"),
        Breadcrumb = [new("Accueil", "/"), new("Agenda", "/agenda/")],
        Item = EventCards[3],
        Body = Body("<p>Trente exposants, la chorale du village et le passage de saint Nicolas.</p><h2>Se garer</h2><p>Parking du stade.</p>"),
        Picture = Picture("fete.jpg", "Des lampions sur la place"),
        Place = Entries[1],
        Geo = new(49.1668, 6.0412),
        Organizer = _text("Comité des fêtes"),
        Price = _text("Entrée libre"),
        Registration = _text("Inscription des exposants jusqu’au 30 novembre"),
        CalendarHref = "/agenda/marche-de-noel.ics",
        NextDates = [When("2026-12-05T10:00", "2026-12-05T19:00"), When("2026-12-12T10:00", "2026-12-12T19:00")],
    };

    public DirectoryMain Directory => new()
    {
        Title = "Annuaire",
        Breadcrumb = [new("Accueil", "/")],
        Groups = [new("service", "Services publics", [Entries[0]]), new("facility", "Équipements", [.. Entries.Skip(1)])],
        GeoJsonHref = "/annuaire.geojson",
    };

    public DirectoryEntryMain DirectoryEntry => new()
    {
        Title = _text("Mairie d’Amanvillers"),
        Breadcrumb = [new("Accueil", "/"), new("Annuaire", "/annuaire/")],
        Item = Entries[0],
        Body = Body("<p>L’accueil vous reçoit sans rendez-vous.</p>"),
        Picture = Picture("mairie.jpg", "La façade de la mairie"),
    };

    public DocumentsMain Documents => new()
    {
        Title = "Documents officiels",
        Breadcrumb = [new("Accueil", "/")],
        Documents = DocumentCards,
        Types = [new("Tous", "/documents/", true, 24), new("Délibérations", "/documents/type/deliberation/", false, 12), new("Budgets", "/documents/type/budget/", false, 3)],
        Pager = new(1, 1, null, null, [new("1", "/documents/")]),
    };

    public DocumentMain Document => new()
    {
        Title = _text("Budget primitif 2026"),
        Breadcrumb = [new("Accueil", "/"), new("Documents officiels", "/documents/")],
        Item = DocumentCards[0],
        Body = Body("<p>Adopté à l’unanimité.</p>"),
    };

    public MapMain Map => new()
    {
        Title = "Carte",
        Breadcrumb = [new("Accueil", "/")],
        GeoJsonHref = "/annuaire.geojson",
        Center = new(49.1678, 6.0425),
        Groups = Directory.Groups,
    };

    public SearchMain Search => new()
    {
        Title = "Recherche",
        Breadcrumb = [new("Accueil", "/")],
        IndexHref = "/recherche/index/",
        TerritoryIndexHref = "https://www.metzmetropole.fr/recherche/territoire/",
        SiteName = _text("Amanvillers"),
        TerritoryName = _text("Metz Métropole"),
        Map = SiteMapNodes,
    };

    public SiteMapMain SiteMap => new() { Title = "Plan du site", Breadcrumb = [new("Accueil", "/")], Map = SiteMapNodes };

    public AccessibilityMain Accessibility => new()
    {
        Title = "Déclaration d’accessibilité",
        Breadcrumb = [new("Accueil", "/")],
        SiteName = _text("Amanvillers"),
        BaseUrl = "https://www.amanvillers.fr",
        Level = "partiellement conforme",
        Rate = "82\u00a0%",
        Auditor = _text("Cabinet Exemple"),
        AuditDate = FrenchDates.Stamp(new(2026, 3, 1)),
        StatementDate = FrenchDates.Stamp(new(2026, 3, 2)),
        NonConformities = [_text("Certains fichiers PDF antérieurs à 2024 ne sont pas balisés.")],
        Exemptions = [_text("Les plans anciens du cadastre.")],
        OutOfScope = [_text("Les cartes interactives, dont le contenu est aussi donné en liste.")],
        PlanHref = "/accessibilite/schema/",
        Environment = [_text("Firefox et NVDA")],
        Tools = [_text("axe")],
        Pages = [_text("Accueil")],
        Contact = Contact,
    };

    public LegalMain Legal => new()
    {
        Title = "Mentions légales",
        Breadcrumb = [new("Accueil", "/")],
        SiteName = _text("Amanvillers"),
        IsMetropole = false,
        Insee = "57017",
        Siren = "215700170",
        PublicationDirector = _text("Le maire"),
        Contact = Contact,
        HostName = _text("Hébergeur de démonstration"),
        HostAddress = _text("1 rue de l’Exemple, 57000 Metz"),
        HostPhone = "+33 3 53 01 00 01",
        Credits = [_text("La façade de la mairie : Metz Métropole, CC BY 4.0")],
    };

    public PrivacyMain Privacy => new()
    {
        Title = "Données personnelles",
        Breadcrumb = [new("Accueil", "/")],
        SiteName = _text("Amanvillers"),
        Contact = Contact,
        OfficerName = _text("Délégué à la protection des données"),
        OfficerEmail = "dpo@example.org",
    };

    public ContactMain ContactPage => new()
    {
        Title = "Contact",
        Breadcrumb = [new("Accueil", "/")],
        Contact = Contact,
        Services = [Entries[0]],
        Online = [Service("Signaler une anomalie", "Voirie, éclairage, propreté", "Metz Métropole", "alert", external: true)],
    };

    public NotFoundMain NotFound => new() { Title = "Page introuvable", Suggestions = [new("Accueil", "/"), new("Plan du site", "/plan-du-site/")] };

    public OfflineMain Offline => new() { Title = "Hors connexion", Contact = Contact };

    private const string LongBody = """
        <p>Le conseil municipal règle par ses délibérations les affaires de la commune. Il se réunit au moins une fois par trimestre, et ses séances sont <a href="/agenda/">annoncées dans l’agenda</a>.</p>
        <h2 id="seances">Les séances</h2>
        <p>L’ordre du jour est affiché trois jours francs avant la séance.</p>
        <ul><li>le vote du budget, avant le 15 avril</li><li>les subventions aux associations</li><li>les marchés de travaux</li></ul>
        <h3 id="dates">Les dates de 2026</h3>
        <table><thead><tr><th>Date</th><th>Lieu</th></tr></thead><tbody><tr><td>28 septembre</td><td>Mairie</td></tr><tr><td>9 novembre</td><td>Salle de la Gare</td></tr></tbody></table>
        <blockquote><p>Les séances sont publiques : venez.</p></blockquote>
        <ol><li>Consulter l’ordre du jour</li><li>Poser sa question par écrit</li></ol>
        """;

    private Origin Metropole => new(_text("Metz Métropole"), "https://www.metzmetropole.fr/actualites/x/");

    private ContactModel Contact => new(
        _text("Mairie d’Amanvillers"), _text("12 Grand’Rue"), "57865", _text("Amanvillers"), "+33 3 53 01 00 00", "mairie.amanvillers@example.org",
        new(49.1678, 6.0425), Hours);

    private HoursModel Hours => new(
        [
            new("Lundi", "8 h 30 – 12 h, 14 h – 17 h 30", true), new("Mardi", "8 h 30 – 12 h, 14 h – 17 h 30", true), new("Mercredi", "8 h 30 – 12 h", true),
            new("Jeudi", "8 h 30 – 12 h, 14 h – 17 h 30", true), new("Vendredi", "8 h 30 – 12 h, 14 h – 17 h 30", true), new("Samedi", "Fermé", false), new("Dimanche", "Fermé", false),
        ],
        [_text("Fermeture du 24 au 31 décembre 2026 (fêtes)")],
        "Mo 510-720,840-1050;Tu 510-720,840-1050;We 510-720;Th 510-720,840-1050;Fr 510-720,840-1050;x 2026-12-24/2026-12-31",
        "Europe/Paris");

    private ImmutableArray<NewsCard> NewsCards =>
    [
        News("La rentrée à l’école du village : ce qui change", "Nouveaux horaires, cantine et garderie : tout ce qu’il faut savoir avant lundi.", new(2026, 9, 1), "ecole.jpg", "Enfance et jeunesse", null),
        News("La Grand-Rue refaite à neuf", "Les travaux commencent lundi, la circulation est alternée.", new(2026, 10, 20), "travaux.jpg", "Travaux", null),
        News("La collecte des sapins reprend en janvier", "Déposez-les aux points indiqués.", new(2026, 11, 18), "parc.jpg", "Déchets", Metropole),
        News("La bibliothèque ouvre le samedi", null, new(2026, 11, 2), "bibliotheque.jpg", "Culture", null),
    ];

    private ImmutableArray<EventCard> EventCards =>
    [
        Card("Heure du conte", When("2026-11-25T15:00", "2026-11-25T16:00", recurrence: "Tous les mercredis jusqu’au 30 juin 2027"), "Bibliothèque", "scheduled", null),
        Card("Concert de la Sainte-Cécile", When("2026-11-28T20:30", null), "Église Saint-Clément", "full", null),
        Card("Bourse aux jouets", When("2026-12-01T09:00", "2026-12-01T17:00"), "Salle communale", "cancelled", null),
        Card("Marché de Noël", When("2026-12-04T00:00", "2026-12-06T00:00", allDay: true), "Place de l’église", "scheduled", Metropole),
        Card("Vœux du maire", When("2027-01-08T18:30", "2027-01-08T21:00"), "Salle communale", "postponed", null),
    ];

    private ImmutableArray<DirectoryCard> Entries =>
    [
        new("mairie", _text("Mairie d’Amanvillers"), "/annuaire/mairie/", _text("Accueil, état civil, urbanisme"), "service", "Services publics", _text("Mairie"), null,
            _text("12 Grand’Rue, 57865 Amanvillers"), ["+33 3 53 01 00 00"], ["mairie.amanvillers@example.org"], [new("www.amanvillers.fr", "https://www.amanvillers.fr/", true)], new(49.1678, 6.0425), Hours, true, null, null),
        new("salle-communale", _text("Salle communale"), "/annuaire/salle-communale/", null, "facility", "Équipements", _text("Salle"), null,
            _text("3 place de l’Église"), [], [], [], new(49.1668, 6.0412), null, true, null, null),
        new("stade", _text("Stade municipal"), "/annuaire/stade/", _text("Football, piste d’athlétisme"), "facility", "Équipements", _text("Sport"), null,
            _text("Rue du Stade"), [], [], [], new(49.1701, 6.0466), null, false, null, Metropole),
    ];

    private ImmutableArray<DocumentCard> DocumentCards =>
    [
        new(_text("Budget primitif 2026"), "/documents/budget-primitif/", "budget", "Budget", FrenchDates.Stamp(new(2026, 4, 7)), _text("2026-014"), _text("Prénom Nom, maire"), FrenchDates.Stamp(new(2026, 4, 9)), new("/medias/budget.pdf", "budget-primitif.pdf", "PDF, 120 Ko"), _text("Équilibre, investissements, dette.")),
        new(_text("Liste des délibérations du 28 septembre 2026"), "/documents/liste/", "deliberations-list", "Liste des délibérations", FrenchDates.Stamp(new(2026, 9, 28)), null, null, FrenchDates.Stamp(new(2026, 10, 1)), new("/medias/liste.pdf", "liste.pdf", "PDF, 84 Ko"), null),
    ];

    private ImmutableArray<SiteMapNode> SiteMapNodes =>
    [
        new(_text("La commune"), "/ma-commune/", [new(_text("Histoire et patrimoine"), "/ma-commune/histoire/", []), new(_text("Venir et se déplacer"), "/ma-commune/venir/", [])]),
        new(_text("Vie municipale"), "/vie-municipale/", [new(_text("Le conseil municipal"), "/vie-municipale/conseil-municipal/", [])]),
        new(_text("Agenda"), "/agenda/", []),
    ];

    private static ImmutableArray<FilterLink> Filters(string root) =>
        [new("Toutes", root, true, 18), new("Travaux", root + "thematique/travaux/", false, 4), new("Culture", root + "thematique/culture/", false, 6)];

    private NewsCard News(string title, string? summary, LocalDate date, string picture, string topic, Origin? origin) => new(
        _text(title), "/actualites/x/", summary is null ? null : _text(summary), FrenchDates.Stamp(date), Picture(picture, ""),
        [new("x", _text(topic), "/actualites/thematique/x/")], origin, false, origin is null ? null : _text("À Amanvillers : parking du stade."));

    private EventCard Card(string title, EventWhen when, string place, string status, Origin? origin) => new(
        _text(title), "/agenda/x/", null, when, _text(place), status, null, [new("x", _text("Culture"), "/agenda/thematique/x/")], origin, false, null);

    private ServiceCard Service(string title, string description, string handler, string icon, bool external = false) =>
        new(_text(title), external ? "https://services.example.org/x" : "/mes-demarches/x/", _text(description), _text(handler), external, icon);

    private NavigationNode Node(string label, string href, params string[] children) =>
        new(_text(label), href, false, [.. children.Select((child, i) => new NavigationNode(_text(child), $"{href}{i}/", false, []))]);

    private PictureModel Picture(string file, string alt, int width = 1200, int height = 800) =>
        new("/medias/" + file, width, height, alt.Length == 0 ? "" : _text(alt), [], null, null, alt.Length == 0 ? null : _text("Metz Métropole"));

    private PageHead Head(string path, string title) => new(
        path, _text(title), _text("Tout sur la commune d’Amanvillers."), "https://www.amanvillers.fr" + path, "website", "https://www.amanvillers.fr/medias/hero.jpg", _text("Le village"),
        ["{\"@context\":\"https://schema.org\",\"@type\":\"GovernmentOffice\"}"], "/manifest.webmanifest", false);

    private static BodyContent Body(string html) =>
        new(Fingerprint.Of(html), () => builder => builder.AddMarkupContent(0, html));

    private static EventWhen When(string start, string? end, bool allDay = false, string? recurrence = null) =>
        FrenchWhen.Of(At(start), end is null ? null : At(end), allDay, Paris, recurrence);

    private static LocalDateTime At(string text) =>
        NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;
}
