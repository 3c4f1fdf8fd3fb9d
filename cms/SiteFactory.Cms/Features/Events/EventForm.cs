using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Events;

/// <summary>The form of an event.</summary>
public sealed class EventForm : ItemForm
{
    private static readonly LocalTime UsualTime = new(18, 0);

    /// <summary>A browser's day.</summary>
    public string? StartDate { get; set; }

    /// <summary>A browser's time.</summary>
    public string? StartTime { get; set; }

    /// <summary>A browser's day; empty: the day of the start.</summary>
    public string? EndDate { get; set; }

    /// <summary>A browser's time.</summary>
    public string? EndTime { get; set; }

    public bool AllDay { get; set; }

    public RecurrenceForm Repeat { get; set; } = new();

    /// <summary>More starts: browsers' dates and times, empty ones left out.</summary>
    public List<string?> Dates { get; set; } = [];

    /// <summary>Days that do not take place.</summary>
    public List<string?> ExceptDates { get; set; } = [];

    /// <summary>A directory key; empty: a free place, or none.</summary>
    public string? Place { get; set; }

    public string? LocationName { get; set; }

    public string? LocationAddress { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    public string? Organizer { get; set; }

    public string? Price { get; set; }

    public string? Registration { get; set; }

    public EventStatus EventStatus { get; set; }

    public override string AddressFolder => "/agenda/";

    public override bool MayDouble => true;

    public override void Start(EditContext context)
    {
        base.Start(context);
        StartDate = FormTimes.Day(context.Today.PlusDays(7));
        StartTime = FormTimes.Clock(UsualTime);
    }

    /// <summary>Shows the first of another series: a copy starts where the original did, without its exceptions.</summary>
    public void ForgetDates() => (Dates, ExceptDates, EventStatus) = ([], [], EventStatus.Scheduled);

    /// <summary>Chooses a place of the directory instead of the one that was typed.</summary>
    public void TakePlace(string key)
    {
        Place = key;
        (LocationName, LocationAddress, Latitude, Longitude) = (null, null, null, null);
    }

    protected override ContentItem Blank(Guid id, EditContext context) =>
        new EventItem { Id = id, SiteKey = context.Site.Key, Key = "", Title = "", Start = context.Today.PlusDays(7).At(UsualTime) };

    protected override void ShowOwn(ContentItem item, EditContext context)
    {
        var happening = (EventItem)item;
        AllDay = happening.AllDay;
        (StartDate, StartTime) = (FormTimes.Day(happening.Start.Date), AllDay ? null : FormTimes.Clock(happening.Start.TimeOfDay));
        (EndDate, EndTime) = happening.End is { } end ? (FormTimes.Day(end.Date), AllDay ? null : FormTimes.Clock(end.TimeOfDay)) : (null, null);
        Repeat = RecurrenceForm.Of(happening.RecurrenceRule, happening.Start, context.Zone);
        Dates = [.. happening.Dates.Select(FormTimes.Moment)];
        ExceptDates = [.. happening.ExceptDates.Select(FormTimes.Moment)];
        (Place, LocationName, LocationAddress) = (happening.Place, happening.Location?.Name, happening.Location?.Address);
        (Latitude, Longitude) = GeoFields.Show(happening.Location?.Geo);
        (Organizer, Price, Registration, EventStatus) = (happening.Organizer, happening.Price, happening.Registration, happening.EventStatus);
    }

    protected override ContentItem ReadOwn(ContentItem item, EditContext context, FormErrors errors)
    {
        var happening = (EventItem)item;
        var start = StartOf(happening, errors);
        return happening with
        {
            AllDay = AllDay,
            Start = start,
            End = EndOf(start, errors),
            RecurrenceRule = Repeat.Text(happening.RecurrenceRule, start, context.Zone, errors, "Repeat."),
            Dates = Moments(nameof(Dates), Dates, errors),
            ExceptDates = Moments(nameof(ExceptDates), ExceptDates, errors),
            Place = Typed.Line(Place),
            Location = Location(errors),
            Organizer = Typed.Line(Organizer),
            Price = Typed.Line(Price),
            Registration = Typed.Line(Registration),
            EventStatus = EventStatus,
            Audience = AudienceOf(happening, happening.Audience, context),
        };
    }

    private LocalDateTime StartOf(EventItem before, FormErrors errors)
    {
        var day = errors.Day(nameof(StartDate), StartDate);
        if (string.IsNullOrWhiteSpace(StartDate))
            errors.Add(nameof(StartDate), ItemTexts.T["DayMissing"]);
        if (AllDay)
            return (day ?? before.Start.Date).AtMidnight();
        var time = errors.Clock(nameof(StartTime), StartTime);
        if (string.IsNullOrWhiteSpace(StartTime))
            errors.Add(nameof(StartTime), EventTexts.T["TimeMissing"]);
        return (day ?? before.Start.Date).At(time ?? before.Start.TimeOfDay);
    }

    private LocalDateTime? EndOf(LocalDateTime start, FormErrors errors)
    {
        var day = errors.Day(nameof(EndDate), EndDate);
        var time = AllDay ? null : errors.Clock(nameof(EndTime), EndTime);
        if (day is null && time is null)
            return null;
        if (!AllDay && time is null)
        {
            if (day < start.Date)
                errors.Add(nameof(EndDate), EventTexts.T["EndBeforeStart"]);
            else
                errors.Add(nameof(EndTime), EventTexts.T["EndTimeMissing"]);
            return null;
        }
        var end = AllDay ? day!.Value.AtMidnight() : (day ?? start.Date).At(time!.Value);
        if (end < start)
            errors.Add(day is null ? nameof(EndTime) : nameof(EndDate), EventTexts.T["EndBeforeStart"]);
        return end;
    }

    private static ImmutableArray<LocalDateTime> Moments(string field, List<string?> texts, FormErrors errors) =>
    [
        .. texts.Select((text, i) => errors.Moment(string.Create(CultureInfo.InvariantCulture, $"{field}[{i}]"), text)).OfType<LocalDateTime>().Distinct(),
    ];

    private EventLocation? Location(FormErrors errors)
    {
        var geo = GeoFields.Read(Latitude, Longitude, errors);
        if (Typed.Line(LocationName) is { } name)
            return new(name, Typed.Line(LocationAddress), geo);
        if (Typed.Line(LocationAddress) is not null || geo is not null)
            errors.Add(nameof(LocationName), EventTexts.T["LocationNameMissing"]);
        return null;
    }
}
