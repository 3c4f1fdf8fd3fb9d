using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>A moment as somebody wrote it: a day, perhaps a time, perhaps an offset.</summary>
internal readonly record struct TimeText(LocalDateTime Local, bool IsDay, Offset? Offset)
{
    /// <summary>
    /// Reads <c>2026-09-14</c>, <c>2026-09-14T18:30</c>, <c>2026-09-14 18:30:00.5</c>, each with <c>Z</c> or <c>+02:00</c> at
    /// the end of a time or without.
    /// </summary>
    public static TimeText? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < 10 || text[4] != '-' || text[7] != '-' || ParseDate(text[..10]) is not { } date)
            return null;
        if (text.Length == 10)
            return new(date.AtMidnight(), true, null);
        if (text[10] is not ('T' or ' ') || SplitOffset(text[11..], out var time) is not { } zone)
            return null;
        return ParseTime(time) is { } local ? new(date.At(local), false, zone.Offset) : null;
    }

    /// <summary>Local time of the zone: an offset is converted, a time without one is local already.</summary>
    public LocalDateTime In(DateTimeZone zone) =>
        Offset is { } offset ? Local.WithOffset(offset).ToInstant().InZone(zone).LocalDateTime : Local;

    /// <summary>The instant; a local time that the clocks skip moves forward by the gap, one that they repeat is the first.</summary>
    public Instant At(DateTimeZone zone) =>
        Offset is { } offset ? Local.WithOffset(offset).ToInstant() : zone.ResolveLocal(Local, Resolvers.LenientResolver).ToInstant();

    /// <summary>The instant at which it is over: a day alone counts to its end.</summary>
    public Instant EndAt(DateTimeZone zone) =>
        IsDay && Local.Date < LocalDate.MaxIsoValue ? zone.AtStartOfDay(Local.Date.PlusDays(1)).ToInstant() : At(zone);

    /// <summary>Reads <c>2026-09-14</c>.</summary>
    public static LocalDate? ParseDate(ReadOnlySpan<char> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || Digits(text[..4]) is not { } year || Digits(text[5..7]) is not { } month || Digits(text[8..]) is not { } day)
            return null;
        return year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
    }

    private static LocalTime? ParseTime(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || text[2] != ':' || Digits(text[..2]) is not <= 23 || Digits(text[3..5]) is not <= 59)
            return null;
        var whole = new LocalTime(Digits(text[..2])!.Value, Digits(text[3..5])!.Value);
        if (text.Length == 5)
            return whole;
        if (text.Length < 8 || text[5] != ':' || Digits(text[6..8]) is not (<= 59 and var seconds))
            return null;
        whole = whole.PlusSeconds(seconds);
        return text.Length == 8 ? whole : Fraction(text[8..]) is { } nanoseconds ? whole.PlusNanoseconds(nanoseconds) : null;
    }

    private static long? Fraction(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > 10 || text[0] != '.' || Digits(text[1..]) is not { } digits)
            return null;
        long nanoseconds = digits;
        for (var missing = 10 - text.Length; missing > 0; missing--)
            nanoseconds *= 10;
        return nanoseconds;
    }

    private static (Offset? Offset, bool _)? SplitOffset(ReadOnlySpan<char> text, out ReadOnlySpan<char> time)
    {
        time = text;
        if (text.EndsWith('Z'))
        {
            time = text[..^1];
            return (NodaTime.Offset.Zero, true);
        }
        var sign = text.LastIndexOfAny('+', '-');
        if (sign < 0)
            return (null, true);
        time = text[..sign];
        var offset = text[(sign + 1)..];
        if (offset.Length != 5 || offset[2] != ':' || Digits(offset[..2]) is not (<= 18 and var hours) || Digits(offset[3..]) is not (<= 59 and var minutes)
            || hours * 60 + minutes > 18 * 60)
            return null;
        var size = NodaTime.Offset.FromHoursAndMinutes(hours, minutes);
        return (text[sign] == '-' ? -size : size, true);
    }

    private static int? Digits(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
