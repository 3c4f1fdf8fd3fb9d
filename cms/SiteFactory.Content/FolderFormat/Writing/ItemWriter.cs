using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>Writes one item as Markdown with front matter. The order of the keys is always the same.</summary>
internal sealed class ItemWriter(DateTimeZone zone) : IContentItemVisitor<YamlBuilder>
{
    /// <summary>The whole file.</summary>
    public string File(ContentItem item)
    {
        var body = item.Body.Length == 0 ? "" : "\n" + Reading.SourceText.WithLineFeeds(item.Body);
        return $"---\n{item.Accept(this)}---\n{body}";
    }

    public YamlBuilder Page(Page item) => Common(item, before: null)
        .Number("order", item.Order, unless: 0)
        .Flag("nav", item.Nav, unless: true)
        .Choice("template", Vocabulary.Templates, item.Template, unless: PageTemplate.Standard)
        .Audience(item.Audience)
        .Text("mount", item.Mount);

    public YamlBuilder News(NewsItem item) => Common(item, map => map.Local("date", item.Date))
        .Audience(item.Audience)
        .Flag("overlay", item.Overlay);

    public YamlBuilder Event(EventItem item) => Common(item, map => Times(map, item))
        .Text("place", item.Place)
        .Map("location", item.Location is { } at ? YamlBuilder.Flow().Text("name", at.Name).Text("address", at.Address).Geo("geo", at.Geo) : null)
        .Text("organizer", item.Organizer)
        .Text("price", item.Price)
        .Text("registration", item.Registration)
        .Choice("eventStatus", Vocabulary.EventStatuses, item.EventStatus, unless: EventStatus.Scheduled)
        .Audience(item.Audience);

    public YamlBuilder Directory(DirectoryEntry item)
    {
        var map = Common(item, map => map.Choice("entry", Vocabulary.Entries, item.Entry))
            .Text("category", item.Category)
            .Text("role", item.Role)
            .Text("address", item.Address)
            .Text("postalCode", item.PostalCode)
            .Text("city", item.City)
            .Geo("geo", item.Geo)
            .Texts("phones", item.Phones)
            .Texts("emails", item.Emails)
            .Texts("urls", item.Urls)
            .Texts("hours", item.Hours);
        if (!item.Closures.IsDefaultOrEmpty)
            map.Maps("closures", item.Closures.Select(c => YamlBuilder.Flow().Day("from", c.From).Day("to", c.To).Text("note", c.Note)));
        return map.Flag("accessible", item.Accessible).Audience(item.Audience);
    }

    public YamlBuilder Document(OfficialDocument item) => Common(item, map => map.Choice("type", Vocabulary.Documents, item.Type))
        .Day("session", item.Session)
        .Text("reference", item.Reference)
        .Map("author", item.Author is { } author
            ? YamlBuilder.Flow().Text("firstName", author.FirstName).Text("lastName", author.LastName).Text("capacity", author.Capacity)
            : null)
        .Local("postedAt", item.PostedAt)
        .Text("file", item.File);

    public YamlBuilder Alert(Alert item) => Common(item, map => map.Choice("severity", Vocabulary.Severities, item.Severity))
        .Instant("from", item.From, zone)
        .Instant("until", item.Until, zone)
        .Text("link", item.Link)
        .Audience(item.Audience);

    private YamlBuilder Common(ContentItem item, Action<YamlBuilder>? before)
    {
        var map = YamlBuilder.Block().Text("title", item.Title).Text("summary", item.Summary);
        before?.Invoke(map);
        return map.Texts("topics", item.Topics)
            .Text("image", item.Image)
            .Text("imageAlt", item.ImageAlt)
            .Choice("status", Vocabulary.Statuses, item.Status, unless: PublicationStatus.Published)
            .Instant("publishAt", item.PublishAt, zone)
            .Instant("unpublishAt", item.UnpublishAt, zone)
            .Instant("updatedAt", item.UpdatedAt, zone)
            .Raw("id", item.Id.ToString())
            .Texts("redirectFrom", item.RedirectFrom);
    }

    private static void Times(YamlBuilder map, EventItem item)
    {
        map.Raw("start", item.AllDay ? TimeWriter.Local(item.Start) : TimeWriter.DayAndTime(item.Start));
        if (item.End is { } end)
            map.Raw("end", item.AllDay ? TimeWriter.Local(end) : TimeWriter.DayAndTime(end));
        map.Flag("allDay", item.AllDay, unless: false).Text("rrule", item.RecurrenceRule);
        Moments(map, "dates", item.Dates);
        Moments(map, "exceptDates", item.ExceptDates);
    }

    private static void Moments(YamlBuilder map, string key, ImmutableArray<LocalDateTime> moments)
    {
        if (!moments.IsDefaultOrEmpty)
            map.Raw(key, YamlBuilder.FlowList(moments.Select(TimeWriter.Local)));
    }
}

/// <summary>Writes who may show an item.</summary>
internal static class AudienceWriter
{
    public static YamlBuilder Audience(this YamlBuilder map, Audience? audience) => audience switch
    {
        null => map,
        { All: true } => map.Raw("audience", "all"),
        { IsNone: true } => map.Raw("audience", "none"),
        _ => map.Map("audience", YamlBuilder.Flow().Texts("zones", audience.Zones).Texts("sites", audience.Sites)),
    };
}
