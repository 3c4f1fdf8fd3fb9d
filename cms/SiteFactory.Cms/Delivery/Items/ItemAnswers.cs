using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;

namespace SiteFactory.Cms.Delivery.Items;

/// <summary>An item as the API tells it.</summary>
/// <param name="Kind"><c>page</c>, <c>news</c>, <c>event</c>, <c>directory</c>, <c>document</c>, <c>alert</c>.</param>
/// <param name="State"><c>live</c>, <c>draft</c>, <c>live-with-draft</c>.</param>
/// <param name="Version">To be named by whoever writes: a save from an older version is refused.</param>
/// <param name="Fields">The front matter, with the keys of the content format.</param>
/// <param name="Body">Markdown; null in lists.</param>
public sealed record ItemAnswer(Guid Id, string Site, string Kind, string Key, string Title, string State, long Version, string UpdatedAt, JsonObject? Fields, string? Body);

/// <summary>One page of a list.</summary>
public sealed record ItemsAnswer(IReadOnlyList<ItemAnswer> Items, int Page, int PageSize, int Total);

/// <summary>Makes answers of rows.</summary>
internal static class ItemAnswers
{
    public static ItemAnswer Short(ItemRecord record) => Answer(record, null, null);

    /// <param name="live">What the public sees, instead of what editors go on with.</param>
    public static ItemAnswer? Full(ItemRecord record, bool live, DateTimeZone zone)
    {
        var text = live ? record.LiveText : record.CurrentText;
        return text is not null && ItemProjection.Read(record, text, zone).Value is { } item
            ? Answer(record, item.Accept(new ItemJson(zone)), item.Body)
            : null;
    }

    private static ItemAnswer Answer(ItemRecord record, JsonObject? fields, string? body) => new(
        record.Id, record.SiteKey, ItemJson.Word(record.Kind), record.Key, record.Title, State(record), record.Version, InstantPattern.ExtendedIso.Format(record.UpdatedAt), fields, body);

    private static string State(ItemRecord record) => record switch
    {
        { LiveText: null } => "draft",
        { DraftText: null } => "live",
        _ => "live-with-draft",
    };
}
