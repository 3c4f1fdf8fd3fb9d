using System.Globalization;

namespace SiteFactory.Generator.Plan;

/// <summary>The fixed addresses of a built site (docs/content-format.md).</summary>
internal static class Addresses
{
    public const string Home = "/";
    public const string News = "/actualites/";
    public const string Agenda = "/agenda/";
    public const string Directory = "/annuaire/";
    public const string Documents = "/documents/";
    public const string Services = "/demarches/";
    public const string Sheets = "/demarches/fiches/";
    public const string Tracking = "/demarches/suivre/";
    public const string HomeScreen = "/demarches/ecran-d-accueil/";
    public const string ServiceList = "/demarches.json";
    public const string Elements = "/widgets/sf.js";
    public const string ElementsDemo = "/widgets/demo.html";
    public const string Map = "/carte/";
    public const string Search = "/recherche/";
    public const string SiteMap = "/plan-du-site/";
    public const string Accessibility = "/accessibilite/";
    public const string Legal = "/mentions-legales/";
    public const string Privacy = "/donnees-personnelles/";
    public const string Contact = "/contact/";
    public const string NotFound = "/404.html";
    public const string Offline = "/hors-connexion/";
    public const string Atom = "/actualites/flux.xml";
    public const string JsonFeed = "/actualites/flux.json";
    public const string Calendar = "/agenda/agenda.ics";
    public const string GeoJson = "/annuaire.geojson";
    public const string Works = "/travaux.geojson";
    public const string Manifest = "/manifest.webmanifest";
    public const string SearchIndex = "/recherche/index/";
    public const string TerritorySearchIndex = "/recherche/territoire/";

    /// <summary>Where the search over all sites is released, beside the sites: no domain begins with a dot.</summary>
    public const string TerritoryTree = ".territoire";

    /// <summary>Addresses that mean the same on every site: a link to one stays on the site that shows it.</summary>
    public static bool IsEverywhere(string path) => path is Home or News or Agenda or Directory or Documents or Services or Tracking or HomeScreen or Map
        or Search or SiteMap or Accessibility or Legal or Privacy or Contact or Atom or JsonFeed or Calendar;

    public static string NewsItem(string slug) => $"{News}{slug}/";

    public static string Event(string slug) => $"{Agenda}{slug}/";

    public static string EventCalendar(string slug) => $"{Agenda}{slug}.ics";

    public static string Entry(string slug) => $"{Directory}{slug}/";

    public static string Document(string slug) => $"{Documents}{slug}/";

    public static string Sheet(string slug) => $"{Sheets}{slug}/";

    public static string Service(string key) => $"{Services}{key}/";

    public static string ServiceManifest(string key) => $"{Services}{key}/manifest.webmanifest";

    public static string ServiceIcon(string key) => $"{Services}{key}/icone.svg";

    public static string CollectionCalendar(string sector) => $"/collectes/{sector}.ics";

    public static string Topic(string list, string topic) => $"{list}theme/{topic}/";

    public static string Month(int year, int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{Agenda}{year:0000}-{month:00}/");

    /// <summary>The list's address itself for its first page.</summary>
    public static string ListPage(string list, int number) =>
        number == 1 ? list : string.Create(CultureInfo.InvariantCulture, $"{list}page/{number}/");

    /// <summary>The file that answers an address: <c>/a/</c> is <c>a/index.html</c>.</summary>
    public static string File(string address) =>
        address.EndsWith('/') ? address[1..] + "index.html" : address[1..];
}
