using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Delivery.Items;

/// <summary>An item's front matter as JSON, with the keys and the words of the content format. Absent values are left out.</summary>
internal sealed class ItemJson(DateTimeZone zone) : IContentItemVisitor<JsonObject>
{
    private static readonly LocalDateTimePattern LocalTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public JsonObject Page(Page item)
    {
        var json = Common(item);
        json["order"] = item.Order;
        json["nav"] = item.Nav;
        json["template"] = Word(item.Template);
        Put(json, "mount", item.Mount);
        return With(json, item.Audience);
    }

    public JsonObject News(NewsItem item)
    {
        var json = Common(item);
        json["date"] = LocalTime.Format(item.Date);
        if (item.Overlay is { } overlay)
            json["overlay"] = overlay;
        return With(json, item.Audience);
    }

    public JsonObject Event(EventItem item)
    {
        var json = Common(item);
        json["start"] = LocalTime.Format(item.Start);
        Put(json, "end", item.End is { } end ? LocalTime.Format(end) : null);
        json["allDay"] = item.AllDay;
        Put(json, "rrule", item.RecurrenceRule);
        Put(json, "dates", item.Dates.Select(LocalTime.Format));
        Put(json, "exceptDates", item.ExceptDates.Select(LocalTime.Format));
        Put(json, "place", item.Place);
        if (item.Location is { } at)
            json["location"] = Location(at);
        Put(json, "organizer", item.Organizer);
        Put(json, "price", item.Price);
        Put(json, "registration", item.Registration);
        json["eventStatus"] = Word(item.EventStatus);
        return With(json, item.Audience);
    }

    public JsonObject Directory(DirectoryEntry item)
    {
        var json = Common(item);
        json["entry"] = Word(item.Entry);
        Put(json, "category", item.Category);
        Put(json, "role", item.Role);
        Put(json, "address", item.Address);
        Put(json, "postalCode", item.PostalCode);
        Put(json, "city", item.City);
        Put(json, item.Geo);
        Put(json, "phones", item.Phones);
        Put(json, "emails", item.Emails);
        Put(json, "urls", item.Urls);
        Put(json, "hours", item.Hours);
        if (!item.Closures.IsEmpty)
            json["closures"] = new JsonArray([.. item.Closures.Select(Closure)]);
        if (item.Accessible is { } accessible)
            json["accessible"] = accessible;
        return With(json, item.Audience);
    }

    public JsonObject Document(OfficialDocument item)
    {
        var json = Common(item);
        json["type"] = Word(item.Type);
        Put(json, "session", item.Session is { } day ? LocalDatePattern.Iso.Format(day) : null);
        Put(json, "reference", item.Reference);
        if (item.Author is { } author)
            json["author"] = Author(author);
        Put(json, "postedAt", item.PostedAt is { } posted ? LocalTime.Format(posted) : null);
        Put(json, "file", item.File);
        return json;
    }

    public JsonObject Alert(Alert item)
    {
        var json = Common(item);
        json["severity"] = Word(item.Severity);
        Put(json, "from", item.From);
        Put(json, "until", item.Until);
        Put(json, "link", item.Link);
        return With(json, item.Audience);
    }

    private JsonObject Common(ContentItem item)
    {
        var json = new JsonObject { ["title"] = item.Title };
        Put(json, "summary", item.Summary);
        Put(json, "topics", item.Topics);
        Put(json, "image", item.Image);
        Put(json, "imageAlt", item.ImageAlt);
        Put(json, "publishAt", item.PublishAt);
        Put(json, "unpublishAt", item.UnpublishAt);
        Put(json, "redirectFrom", item.RedirectFrom);
        return json;
    }

    private void Put(JsonObject json, string key, Instant? at)
    {
        if (at is { } moment)
            json[key] = OffsetDateTimePattern.Rfc3339.Format(moment.InZone(zone).ToOffsetDateTime());
    }

    private static void Put(JsonObject json, string key, string? value)
    {
        if (value is not null)
            json[key] = value;
    }

    private static void Put(JsonObject json, string key, IEnumerable<string> values)
    {
        var array = new JsonArray([.. values.Select(v => (JsonNode?)v)]);
        if (array.Count > 0)
            json[key] = array;
    }

    private static void Put(JsonObject json, GeoPoint? geo)
    {
        if (geo is { } point)
            json["geo"] = new JsonArray(point.Latitude, point.Longitude);
    }

    private static JsonObject With(JsonObject json, Audience? audience)
    {
        if (audience is not null)
            json["audience"] = audience switch
            {
                { All: true } => "all",
                { IsNone: true } => "none",
                _ => Chosen(audience),
            };
        return json;
    }

    private static JsonObject Chosen(Audience audience)
    {
        var json = new JsonObject();
        Put(json, "zones", audience.Zones);
        Put(json, "sites", audience.Sites);
        return json;
    }

    private static JsonObject Location(EventLocation at)
    {
        var json = new JsonObject { ["name"] = at.Name };
        Put(json, "address", at.Address);
        Put(json, at.Geo);
        return json;
    }

    private static JsonObject Closure(Closure closure)
    {
        var json = new JsonObject { ["from"] = LocalDatePattern.Iso.Format(closure.From), ["to"] = LocalDatePattern.Iso.Format(closure.To) };
        Put(json, "note", closure.Note);
        return json;
    }

    private static JsonObject Author(DocumentAuthor author)
    {
        var json = new JsonObject();
        Put(json, "firstName", author.FirstName);
        Put(json, "lastName", author.LastName);
        Put(json, "capacity", author.Capacity);
        return json;
    }

    /// <summary>The content format's word: <c>DeliberationsList</c> is <c>deliberations-list</c>.</summary>
    internal static string Word<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
