using Microsoft.Playwright;

namespace SiteFactory.Browser.Tests;

/// <summary>A commune's site and the métropole's, built once from the demonstration territory, served, and a browser.</summary>
public sealed class Sites : IAsyncLifetime
{
    /// <summary>The moment that the sites are built for, so that what is upcoming stays so.</summary>
    internal const string Now = "2026-11-22T09:00";

    private readonly string _output = Directory.CreateTempSubdirectory("sitefactory-browser-").FullName;
    private IPlaywright? _playwright;
    private SiteServer? _server;

    /// <summary>The site that most tests visit.</summary>
    public const string Commune = "amanvillers";

    /// <summary>The site of the whole territory.</summary>
    public const string Metropole = "metropole";

    /// <summary>One page of each type, with the words that name the type.</summary>
    public static TheoryData<string, string> Pages => new()
    {
        { "home", "/" },
        { "section", "/cadre-de-vie/" },
        { "shared page", "/services-metropolitains/dechets/decheteries/" },
        { "news", "/actualites/" },
        { "news item", "/actualites/sapins-collecte/" },
        { "agenda", "/agenda/" },
        { "month", "/agenda/2026-12/" },
        { "event", "/agenda/voeux-du-maire/" },
        { "directory", "/annuaire/" },
        { "directory entry", "/annuaire/mairie/" },
        { "register of documents", "/documents/" },
        { "document", "/documents/budget-primitif/" },
        { "services", "/demarches/" },
        { "sheets", "/demarches/fiches/" },
        { "sheet", "/demarches/fiches/f1341-carte-d-identite-d-un-majeur-premiere-demande/" },
        { "collections", "/services-metropolitains/dechets/collecte/" },
        { "menus", "/enfance-jeunesse/periscolaire-et-cantine/" },
        { "works", "/cadre-de-vie/travaux/" },
        { "job offers", "/vie-municipale/offres-d-emploi/" },
        { "rooms", "/mes-demarches/location-de-salle/" },
        { "service", "/demarches/signaler-une-anomalie/" },
        { "service with an account", "/demarches/inscription-periscolaire/" },
        { "service on paper", "/demarches/recensement-citoyen/" },
        { "following a request", "/demarches/suivre/" },
        { "home screen", "/demarches/ecran-d-accueil/" },
        { "map", "/carte/" },
        { "search", "/recherche/" },
        { "site map", "/plan-du-site/" },
        { "contact", "/contact/" },
        { "accessibility", "/accessibilite/" },
        { "legal notice", "/mentions-legales/" },
        { "privacy", "/donnees-personnelles/" },
        { "emergency page", "/hors-connexion/" },
        { "not found", "/nulle-part/" },
    };

    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>What each page of <see cref="Pages"/> is like, on the commune's site.</summary>
    internal PageVisits Visits => field ??= new(this);

    internal string Url(string path, string site = Commune) => _server!.Url(site, path);

    /// <summary>A second server over the same sites, for a test that wants to stop it.</summary>
    internal Task<SiteServer> OtherServerAsync() => SiteServer.StartAsync(_output);

    public async Task InitializeAsync()
    {
        await Programs.RunAsync("build", "--output", _output, "--site", Commune, "--site", Metropole, "--at", Now, "--skip", "pictures");
        _server = await SiteServer.StartAsync(_output);
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.CloseAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_output, recursive: true);
    }
}

/// <summary>All classes share one build, one server and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Sites>
{
    public const string Name = "browser";
}
