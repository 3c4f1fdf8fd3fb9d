using Microsoft.AspNetCore.Http;

namespace SiteFactory.Portal;

/// <summary>The portal's settings (section <c>Portal</c> of the configuration).</summary>
public sealed class PortalOptions
{
    /// <summary>The host names it answers, with a port or without: <c>services.localhost:5080</c>.</summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>Its public address, without a final slash; links in mails and answers of APIs start with it.</summary>
    public string BaseUrl { get; set; } = "http://services.localhost:5080";

    /// <summary>A folder of form definitions that replace or complete the library's own.</summary>
    public string? FormsFolder { get; set; }

    /// <summary>The map's tiles, with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>; empty: no map.</summary>
    public string TileUrl { get; set; } = "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}";

    /// <summary>Whom the map names as its source.</summary>
    public string TileSource { get; set; } = "© IGN";

    /// <summary>A search of addresses that speaks as the national one does; null: the territory's own places only.</summary>
    public string? AddressApi { get; set; }

    /// <summary>Sites that may show a form in a frame.</summary>
    public IList<string> FrameAncestors { get; } = [];

    /// <summary>Nobody fills a first page in faster.</summary>
    public TimeSpan MinimumTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a form can be resumed.</summary>
    public int DraftDays { get; set; } = 14;

    /// <summary>Codes that one address may get wrong in ten minutes.</summary>
    public int WrongCodes { get; set; } = 12;

    /// <summary>Pages that one address may send in ten minutes.</summary>
    public int Posts { get; set; } = 120;

    /// <summary>Requests that one address may send in an hour.</summary>
    public int Submissions { get; set; } = 20;

    /// <summary>Who may ask and send through the APIs.</summary>
    public IList<ApiUser> ApiUsers { get; } = [];

    public MailOptions Mail { get; } = new();

    /// <summary>Whether that host name is the portal's.</summary>
    public bool IsPortal(HostString host) =>
        Hosts.Any(h => string.Equals(h, host.Value, StringComparison.OrdinalIgnoreCase) || string.Equals(h, host.Host, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where tiles come from, as a security policy names it: <c>https://data.geopf.fr</c>; null: there is no map.</summary>
    public string? TileOrigin =>
        TileUrl.Length > 0 && Uri.TryCreate(TileUrl.Split('?')[0].Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), UriKind.Absolute, out var address)
            ? address.GetLeftPart(UriPartial.Authority)
            : null;

    internal Uri Root => new(BaseUrl.TrimEnd('/') + "/");
}

/// <summary>A program that uses the APIs.</summary>
public sealed class ApiUser
{
    /// <summary>Its name: <c>orig</c> of a signature, user of HTTP Basic.</summary>
    public required string Name { get; set; }

    /// <summary>The shared secret: signature key, password, and Open311's <c>api_key</c>. Sixteen characters at least.</summary>
    public required string Key { get; set; }
}

/// <summary>How mail leaves. Without a host, messages are written into a folder.</summary>
public sealed class MailOptions
{
    public string From { get; set; } = "ne-pas-repondre@localhost";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public bool Tls { get; set; } = true;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The folder of <c>.eml</c> files.</summary>
    public string? Folder { get; set; }
}
