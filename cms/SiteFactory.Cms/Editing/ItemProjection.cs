using NodaTime;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing;

/// <summary>Keeps a record's columns true to its texts.</summary>
public static class ItemProjection
{
    /// <summary>Reads a text of the record.</summary>
    public static FormatTextResult<ContentItem> Read(ItemRecord record, string text, DateTimeZone zone) =>
        FormatText.ReadItem(ItemPlace.Of(record.SiteKey, record.Kind, record.Key), text, zone);

    /// <summary>What an editor goes on with, as an item. Throws when the database holds a text that the format refuses.</summary>
    public static ContentItem Current(ItemRecord record, DateTimeZone zone) =>
        Read(record, record.CurrentText, zone).Value ?? throw new InvalidOperationException($"Item {record.Id} cannot be read.");

    /// <summary>What the public sees, as an item with the key of its live address; null when nothing is live.</summary>
    public static ContentItem? Live(ItemRecord record, DateTimeZone zone) =>
        record is { LivePath: { } path, LiveText: { } text } ? FormatText.ReadItem(path, text, zone).Value : null;

    /// <summary>Writes the item into the columns that lists use.</summary>
    public static void Describe(ItemRecord record, ContentItem item, DateTimeZone zone, Instant now)
    {
        record.Key = item.Key;
        record.Title = item.Title;
        record.Summary = item.Summary;
        record.Topics = item.Topics.IsDefaultOrEmpty ? "" : $"|{string.Join('|', item.Topics)}|";
        record.SortAt = SortAt(item, zone) ?? now;
        if (item is Page page)
            (record.MenuOrder, record.InMenus) = (page.Order, page.Nav);
    }

    private static Instant? SortAt(ContentItem item, DateTimeZone zone) => item switch
    {
        NewsItem news => At(news.Date, zone),
        EventItem happening => At(happening.Start, zone),
        OfficialDocument { Session: { } day } => At(day.AtMidnight(), zone),
        OfficialDocument { PostedAt: { } posted } => At(posted, zone),
        Alert { From: { } from } => from,
        _ => item.UpdatedAt,
    };

    private static Instant At(LocalDateTime time, DateTimeZone zone) => time.InZoneLeniently(zone).ToInstant();
}
