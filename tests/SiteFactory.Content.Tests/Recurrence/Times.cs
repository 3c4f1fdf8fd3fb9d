using System.Globalization;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;

namespace SiteFactory.Content.Tests.Recurrence;

/// <summary>Short ways to write events and read their occurrences.</summary>
internal static class Times
{
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public static LocalDateTime At(string text) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(text.Length == 10 ? text + " 00:00" : text).Value;

    public static EventItem Event(string start, string? rule = null, string? end = null, bool allDay = false, string[]? dates = null, string[]? except = null) => new()
    {
        Id = Guid.Empty,
        SiteKey = "vany",
        Key = "e",
        Title = "E",
        Start = At(start),
        End = end is null ? null : At(end),
        AllDay = allDay,
        RecurrenceRule = rule,
        Dates = [.. (dates ?? []).Select(At)],
        ExceptDates = [.. (except ?? []).Select(At)],
    };

    public static EventSchedule Schedule(this EventItem item) => EventSchedule.Of(item, Paris);

    /// <summary>The first starts: <c>1997-09-02 1997-09-03</c>, with <c>...</c> behind when there are more.</summary>
    public static string Days(EventItem item, int take)
    {
        var starts = item.Schedule().All().Take(take + 1).Select(o => o.Nominal.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)).ToList();
        return string.Join(' ', starts.Take(take)) + (starts.Count > take ? " ..." : "");
    }

    /// <summary>Start and end on the wall with their offsets.</summary>
    public static string Wall(this Occurrence o) =>
        o.Start.ToString("uuuu-MM-dd HH:mm o<g>", CultureInfo.InvariantCulture) + " / " + o.End.ToString("uuuu-MM-dd HH:mm o<g>", CultureInfo.InvariantCulture);
}
