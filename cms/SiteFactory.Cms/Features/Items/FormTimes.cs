using NodaTime;
using NodaTime.Text;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Days and times as browsers' fields write them.</summary>
public static class FormTimes
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary><c>2026-11-27</c>.</summary>
    public static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary><c>18:30</c>.</summary>
    public static string Clock(LocalTime time) => Time.Format(time);

    /// <summary><c>2026-11-27T18:30</c>.</summary>
    public static string Moment(LocalDateTime moment) => moment.Second == 0 ? Minutes.Format(moment) : Seconds.Format(moment);

    /// <summary><c>2026-11-27T18:30</c> on the territory's clocks.</summary>
    public static string? Moment(Instant? instant, DateTimeZone zone) => instant is { } at ? Moment(at.InZone(zone).LocalDateTime) : null;

    /// <summary>Null when it is no day.</summary>
    public static LocalDate? Day(string? text) =>
        LocalDatePattern.Iso.Parse(text?.Trim() ?? "") is { Success: true, Value: { Year: >= 1 and <= 9000 } day } ? day : null;

    /// <summary>Null when it is no time.</summary>
    public static LocalTime? Clock(string? text) => Time.Parse(text?.Trim() ?? "") is { Success: true, Value: var time } ? time : null;

    /// <summary>A day and a time, or a day alone; null when it is neither.</summary>
    public static LocalDateTime? Moment(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (Minutes.Parse(trimmed) is { Success: true, Value: { Year: >= 1 and <= 9000 } minutes })
            return minutes;
        if (Seconds.Parse(trimmed) is { Success: true, Value: { Year: >= 1 and <= 9000 } seconds })
            return seconds;
        return Day(trimmed)?.AtMidnight();
    }
}
