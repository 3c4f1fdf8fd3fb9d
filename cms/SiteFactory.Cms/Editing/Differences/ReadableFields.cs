using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SiteFactory.Cms.French;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Editing.Differences;

/// <summary>Every field of an item, of any kind, in plain words: what versions and conflicts are compared by.</summary>
/// <param name="territory">Names topics and zones.</param>
public sealed class ReadableFields(Territory territory, DateTimeZone zone) : IContentItemVisitor<IEnumerable<(string Name, string? Value)>>
{
    private static readonly TextResource Texts = new("SiteFactory.Cms.Editing.Differences.ReadableTexts", typeof(ReadableFields).Assembly);

    /// <summary>Label and value of each field; empty where nothing is said.</summary>
    public IReadOnlyList<ReadableField> Of(ContentItem item) =>
    [
        new(Texts["Title"], item.Title),
        .. item.Accept(this).Concat(Common(item)).Select(f => new ReadableField(Texts[f.Name], f.Value ?? "")),
        new(Texts["Body"], item.Body.Trim('\n')),
    ];

    public IEnumerable<(string Name, string? Value)> Page(Page item) =>
    [
        ("Address", item.Path), ("Order", Number(item.Order)), ("Nav", YesNo(item.Nav)), ("Template", Texts["Template" + item.Template]),
        ("Audience", Say(item.Audience)), ("Mount", item.Mount),
    ];

    public IEnumerable<(string Name, string? Value)> News(NewsItem item) =>
        [("Address", item.Key), ("Date", Say(item.Date)), ("Overlay", YesNo(item.Overlay ?? true)), ("Audience", Say(item.Audience))];

    public IEnumerable<(string Name, string? Value)> Event(EventItem item) =>
    [
        ("Address", item.Key), ("Start", Say(item.Start)), ("End", item.End is { } end ? Say(end) : null), ("AllDay", YesNo(item.AllDay)),
        ("Repeat", Rule(item)), ("Dates", Say(item.Dates)), ("ExceptDates", Say(item.ExceptDates)), ("Place", item.Place),
        ("Location", item.Location is { } at ? Join([at.Name, at.Address, Say(at.Geo)]) : null), ("Organizer", item.Organizer), ("Price", item.Price),
        ("Registration", item.Registration), ("EventStatus", Texts["Event" + item.EventStatus]), ("Audience", Say(item.Audience)),
    ];

    public IEnumerable<(string Name, string? Value)> Directory(DirectoryEntry item) =>
    [
        ("Address", item.Key), ("Entry", Texts["Entry" + item.Entry]), ("Category", item.Category), ("Role", item.Role),
        ("Postal", Join([item.Address, item.PostalCode, item.City])), ("Geo", Say(item.Geo)), ("Phones", Join(item.Phones)), ("Emails", Join(item.Emails)),
        ("Urls", Join(item.Urls)), ("Hours", Join(item.Hours)),
        ("Closures", string.Join('\n', item.Closures.Select(Say))),
        ("Accessible", item.Accessible is { } yes ? YesNo(yes) : null), ("Audience", Say(item.Audience)),
    ];

    public IEnumerable<(string Name, string? Value)> Document(OfficialDocument item) =>
    [
        ("Address", item.Key), ("Type", Texts["Type" + item.Type]), ("Session", item.Session is { } day ? FrenchTimes.Day(day) : null),
        ("Reference", item.Reference), ("Author", item.Author is { } by ? Join([by.FirstName, by.LastName, by.Capacity]) : null),
        ("PostedAt", item.PostedAt is { } posted ? Say(posted) : null), ("File", item.File),
    ];

    public IEnumerable<(string Name, string? Value)> Alert(Alert item) =>
    [
        ("Severity", Texts["Severity" + item.Severity]), ("From", Say(item.From)), ("Until", Say(item.Until)), ("Link", item.Link),
        ("Audience", Say(item.Audience)),
    ];

    private IEnumerable<(string Name, string? Value)> Common(ContentItem item) =>
    [
        ("Summary", item.Summary), ("Topics", Join(item.Topics.Select(t => territory.Topics.FirstOrDefault(k => k.Key == t)?.Label ?? t))),
        ("Image", item.Image), ("ImageAlt", item.ImageAlt), ("PublishAt", Say(item.PublishAt)), ("UnpublishAt", Say(item.UnpublishAt)),
        ("RedirectFrom", Join(item.RedirectFrom)),
    ];

    private string? Say(Instant? instant) => instant is { } at ? Say(at.InZone(zone).LocalDateTime) : null;

    private static string Say(LocalDateTime time) =>
        time.TimeOfDay == LocalTime.Midnight ? FrenchTimes.Day(time.Date) : FrenchTimes.Moment(time);

    private static string? Say(ImmutableArray<LocalDateTime> times) => times.IsDefaultOrEmpty ? null : Join(times.Select(Say));

    private static string? Say(GeoPoint? point) =>
        point is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Latitude} {at.Longitude}") : null;

    private string? Say(Audience? audience) => audience switch
    {
        null => null,
        { All: true } => Texts["AudienceAll"],
        { IsNone: true } => Texts["AudienceNone"],
        _ => Join(audience.Zones.Select(z => territory.Zones.FirstOrDefault(k => k.Key == z)?.Label ?? z).Concat(audience.Sites)),
    };

    private string? Rule(EventItem item) =>
        item.RecurrenceRule is not { } text ? null : RuleParser.Parse(text, zone).Rule is { } rule ? RuleSentence.Of(rule, item.Start) : text;

    private static string Say(Closure closure)
    {
        var days = FrenchTimes.Days(closure.From, closure.To);
        return closure.Note is { } note ? $"{days} ({note})" : days;
    }

    private static string Join(IEnumerable<string?> values) => string.Join(", ", values.Where(v => !string.IsNullOrEmpty(v)));

    private static string YesNo(bool value) => Texts[value ? "Yes" : "No"];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
