using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Reading;
using SiteFactory.Content.FolderFormat.Writing;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat;

/// <summary>What one text of the format says, and what is wrong with it.</summary>
/// <param name="Value">Null when something required is missing or wrong.</param>
public sealed record FormatTextResult<T>(T? Value, ImmutableArray<Fault> Faults)
    where T : class
{
    /// <summary>Whether the text can be published: it was read, and no fault is an error.</summary>
    public bool IsGood => Value is not null && Faults.All(f => f.Severity != FaultSeverity.Error);
}

/// <summary>
/// Single texts of the content format, both ways, for whoever keeps them elsewhere than in a folder. References to other
/// files (topics, places, pictures) are not followed: that takes the whole territory.
/// </summary>
public static class FormatText
{
    /// <summary>Reads an item.</summary>
    /// <param name="path">Where it would stand in the content folder: its kind, its site and its key come from there.</param>
    public static FormatTextResult<ContentItem> ReadItem(string path, string text, DateTimeZone zone) => Read<ContentItem>(path, text, zone);

    /// <summary>Reads a <c>site.yaml</c>.</summary>
    public static FormatTextResult<Site> ReadSite(string siteKey, string text) => Read<Site>($"{siteKey}/site.yaml", text, DateTimeZone.Utc);

    /// <summary>Reads a <c>territory.yaml</c>.</summary>
    public static FormatTextResult<Territory> ReadTerritory(string text) => Read<Territory>("territory.yaml", text, DateTimeZone.Utc);

    /// <summary>Reads one of the files about everyday services.</summary>
    /// <typeparam name="T">What stands in it: <see cref="CanteenMenus"/> in <c>menus.yaml</c>.</typeparam>
    /// <param name="path">Its path from the content folder: <c>vany/menus.yaml</c>.</param>
    public static FormatTextResult<T> ReadEveryday<T>(string path, string text)
        where T : class => Read<T>(path, text, DateTimeZone.Utc);

    /// <summary>Writes the files about everyday services that there are, each with its name in the site's folder.</summary>
    public static IEnumerable<(string Name, string Text)> WriteEveryday(EverydayServices services) => EverydayWriter.Files(services);

    /// <summary>Writes an item, its id included.</summary>
    public static string WriteItem(ContentItem item, DateTimeZone zone) => new ItemWriter(zone).File(item);

    /// <summary>Writes a <c>site.yaml</c>.</summary>
    public static string WriteSite(Site site) => SiteWriter.File(site);

    /// <summary>Writes a <c>territory.yaml</c>.</summary>
    public static string WriteTerritory(Territory territory) => TerritoryWriter.File(territory);

    /// <summary>Writes an <c>overlays.yaml</c>.</summary>
    public static string WriteOverlays(ImmutableArray<Overlay> overlays) => ListFileWriter.Overlays(overlays);

    /// <summary>Writes a <c>media.yaml</c>; empty when nothing is said of any file.</summary>
    public static string WriteMedia(ImmutableArray<MediaItem> media) => ListFileWriter.Media(media);

    /// <summary>The file that an item stands in when it is alone: a page is never the <c>index.md</c> of a folder, the home excepted.</summary>
    public static string PathOf(ContentItem item) => ItemPath.Of(item, hasChildren: false);

    private static FormatTextResult<T> Read<T>(string path, string text, DateTimeZone zone)
        where T : class
    {
        var files = new MemoryContentFiles();
        files.Set(path, text);
        var parsed = new FileReader(files, zone).Read(ContentPath.Of(path), new());
        return new(parsed.Value as T, parsed.Faults);
    }
}
