using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SiteFactory.Generator.Release;

/// <summary>The media type of each kind of file that a site holds; production servers and <c>serve</c> use this one table.</summary>
public static class ContentTypes
{
    /// <summary>Of a file with another ending: saved, never shown.</summary>
    public const string Other = "application/octet-stream";

    /// <summary>Ending without a dot, and type; text types are UTF-8.</summary>
    public static ImmutableArray<(string Extension, string Type)> All { get; } =
    [
        ("html", "text/html; charset=utf-8"),
        ("css", "text/css; charset=utf-8"),
        ("js", "text/javascript; charset=utf-8"),
        ("mjs", "text/javascript; charset=utf-8"),
        ("json", "application/json"),
        ("xml", "application/xml; charset=utf-8"),
        ("txt", "text/plain; charset=utf-8"),
        ("csv", "text/csv; charset=utf-8"),
        ("ics", "text/calendar; charset=utf-8"),
        ("geojson", "application/geo+json"),
        ("webmanifest", "application/manifest+json"),
        ("vtt", "text/vtt; charset=utf-8"),
        ("svg", "image/svg+xml"),
        ("avif", "image/avif"),
        ("webp", "image/webp"),
        ("jpg", "image/jpeg"),
        ("jpeg", "image/jpeg"),
        ("png", "image/png"),
        ("gif", "image/gif"),
        ("ico", "image/x-icon"),
        ("woff2", "font/woff2"),
        ("pdf", "application/pdf"),
        ("mp4", "video/mp4"),
        ("webm", "video/webm"),
        ("mp3", "audio/mpeg"),
        ("ogg", "audio/ogg"),
        ("odt", "application/vnd.oasis.opendocument.text"),
        ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("doc", "application/msword"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xls", "application/vnd.ms-excel"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("zip", "application/zip"),
    ];

    /// <summary>Feeds have an address of their own in the table because <c>xml</c> and <c>json</c> say too little.</summary>
    public static ImmutableArray<(string Path, string Type)> Feeds { get; } =
    [
        ("/actualites/flux.xml", "application/atom+xml; charset=utf-8"),
        ("/actualites/flux.json", "application/feed+json"),
    ];

    private static readonly FrozenDictionary<string, string> ByExtension =
        All.ToFrozenDictionary(t => t.Extension, t => t.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of the file at an address.</summary>
    public static string Of(string path)
    {
        foreach (var (feed, type) in Feeds)
        {
            if (path == feed)
                return type;
        }
        var dot = path.LastIndexOf('.');
        return dot >= 0 && ByExtension.TryGetValue(path[(dot + 1)..], out var known) ? known : Other;
    }
}
