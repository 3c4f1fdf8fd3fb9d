using System.Text;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>What a file is, by where it stands.</summary>
internal enum FileRole
{
    Territory,
    Site,
    Overlays,
    MediaList,
    Media,
    Item,

    /// <summary>A sheet of service-public.fr.</summary>
    Sheet,
    Collections,
    Menus,
    Works,
    Jobs,
    Rooms,

    /// <summary>Notes for people: <c>README.md</c> in the content folder or a site's folder.</summary>
    Ignored,
    Unknown,
}

/// <summary>A file's place in the content folder and what it says about the file.</summary>
/// <param name="Key">The item's key, for an item.</param>
/// <param name="Relative">The path inside the site's folder.</param>
internal readonly record struct ContentPath(string Path, FileRole Role, string? Site, ContentKind Kind, string Key, string Relative)
{
    /// <summary>The folder of each kind of content.</summary>
    public static readonly IReadOnlyList<(string Folder, ContentKind Kind)> Folders =
    [
        ("pages", ContentKind.Page),
        ("news", ContentKind.News),
        ("events", ContentKind.Event),
        ("directory", ContentKind.Directory),
        ("documents", ContentKind.Document),
        ("alerts", ContentKind.Alert),
    ];

    /// <summary>The content folder's own folder of sheets: no site can have its name.</summary>
    public const string SheetFolder = Sheets.SheetReferences.Folder;

    /// <summary>Finds out what the file is.</summary>
    public static ContentPath Of(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || path.AsSpan(0, slash).SequenceEqual(SheetFolder))
            return new(path, TopRole(path), null, default, "", path);
        var site = path[..slash];
        var relative = path[(slash + 1)..];
        return relative switch
        {
            "site.yaml" => new(path, FileRole.Site, site, default, "", relative),
            "overlays.yaml" => new(path, FileRole.Overlays, site, default, "", relative),
            "README.md" => new(path, FileRole.Ignored, site, default, "", relative),
            "collections.yaml" => new(path, FileRole.Collections, site, default, "", relative),
            "menus.yaml" => new(path, FileRole.Menus, site, default, "", relative),
            "works.yaml" => new(path, FileRole.Works, site, default, "", relative),
            "jobs.yaml" => new(path, FileRole.Jobs, site, default, "", relative),
            "rooms.yaml" => new(path, FileRole.Rooms, site, default, "", relative),
            "media/media.yaml" => new(path, FileRole.MediaList, site, default, "", relative),
            _ when relative.StartsWith("media/", StringComparison.Ordinal) => new(path, FileRole.Media, site, default, "", relative),
            _ => InFolder(path, site, relative),
        };
    }

    /// <summary>A sentence that proposes the right folder for a file that stands nowhere.</summary>
    public string FolderSuggestion() =>
        Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !Path.EndsWith(".md", StringComparison.Ordinal)
            ? FaultTexts.Get("lower-case-extension")
            : Relative.Split('/') is [var folder, _, ..]
            ? Suggestion.Sentence(folder, Folders.Select(f => f.Folder).Append("media"))
            : Suggestion.Sentence(Relative, ["site.yaml", "overlays.yaml", "territory.yaml", "collections.yaml", "menus.yaml", "works.yaml", "jobs.yaml", "rooms.yaml"]);

    /// <summary>A file name without the day that news and documents begin with.</summary>
    public static string WithoutDay(string name) =>
        name.Length > 11 && name[10] == '-' && TimeText.ParseDate(name.AsSpan(0, 10)) is not null ? name[11..] : name;

    private static FileRole TopRole(string path) => path switch
    {
        "territory.yaml" => FileRole.Territory,
        "README.md" or SheetFolder + "/README.md" => FileRole.Ignored,
        _ when SheetId(path) is not null => FileRole.Sheet,
        _ => FileRole.Unknown,
    };

    /// <summary>The id in a sheet's path, <c>fiches/F1341.json</c>; null for another path.</summary>
    public static string? SheetId(string path) =>
        path.StartsWith(SheetFolder + "/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal)
        && path[(SheetFolder.Length + 1)..^5] is var id && Sheets.Sheet.IsId(id) ? id : null;

    private static ContentPath InFolder(string path, string site, string relative)
    {
        var slash = relative.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && relative.EndsWith(".md", StringComparison.Ordinal))
        {
            foreach (var (folder, kind) in Folders)
            {
                if (!relative.AsSpan(0, slash).SequenceEqual(folder))
                    continue;
                var name = relative[(slash + 1)..^3];
                if (kind == ContentKind.Page)
                    return new(path, FileRole.Item, site, kind, PageKey(name), relative);
                if (!name.Contains('/', StringComparison.Ordinal))
                    return new(path, FileRole.Item, site, kind, Slug.From(IsDated(kind) ? WithoutDay(name) : name), relative);
            }
        }
        return new(path, FileRole.Unknown, site, default, "", relative);
    }

    private static bool IsDated(ContentKind kind) => kind is ContentKind.News or ContentKind.Document;

    private static string PageKey(string name)
    {
        if (name == "index")
            return "";
        if (name.EndsWith("/index", StringComparison.Ordinal))
            name = name[..^6];
        return Slug.FromPath(name);
    }

    /// <summary>The path in the form that does not depend on how the file system writes accents.</summary>
    public static string Composed(string path) => Ascii.IsValid(path) ? path : path.Normalize(NormalizationForm.FormC);
}
