using NodaTime;
using NodaTime.Text;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>Writes days, local times and instants as <see cref="Reading.TimeText"/> reads them.</summary>
internal static class TimeWriter
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern Exact = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFF");
    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    public static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    /// <summary>A day alone when it is midnight.</summary>
    public static string Local(LocalDateTime time) => time.TimeOfDay == LocalTime.Midnight ? Day(time.Date) : DayAndTime(time);

    /// <summary>Always with a time.</summary>
    public static string DayAndTime(LocalDateTime time) =>
        time.NanosecondOfSecond == 0 && time.Second == 0 ? Minutes.Format(time) : Exact.Format(time);

    /// <summary>In the territory's time, with its offset; in UTC where history knew offsets of odd seconds.</summary>
    public static string Instant(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone);
        return local.Offset.Seconds % 60 == 0
            ? DayAndTime(local.LocalDateTime) + Offsets.Format(local.Offset)
            : DayAndTime(instant.InUtc().LocalDateTime) + "Z";
    }
}
