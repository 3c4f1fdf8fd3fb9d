using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NodaTime;
using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan.Models;

/// <summary>Opening hours as people read them, and as the "ouvert maintenant" script does.</summary>
internal static class HoursModels
{
    // A line may break after a dash, even before a space that does not break: the joiner forbids it.
    private static readonly string Dash = $"{FrenchText.NoBreakSpace}–\u2060{FrenchText.NoBreakSpace}";

    private static readonly System.Text.RegularExpressions.Regex Separators = new("[ %;]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
    private static readonly string[] DayKeys = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    public static HoursModel? Of(ImmutableArray<string> entries, ImmutableArray<Closure> closures, TerritoryScope territory)
    {
        if (entries.IsEmpty)
            return null;
        var hours = HoursParser.Parse(entries).Hours;
        if (hours.Week.IsEmpty)
            return null;
        var coming = closures.Where(c => c.To >= territory.Today).OrderBy(c => c.From).ToImmutableArray();
        return new(
            [.. Enumerable.Range(1, 7).Select(d => Day((IsoDayOfWeek)d, hours.Week))],
            [.. coming.Select(ClosureText)],
            Machine(hours, coming, territory),
            territory.Snapshot.Territory.TimeZone);
    }

    private static HoursDay Day(IsoDayOfWeek day, WeeklySchedule week)
    {
        var ranges = week[day];
        var text = ranges.IsEmpty ? GeneratorTexts.Get("ClosedDay") : string.Join(", ", ranges.Select(r => Hour(r.From) + Dash + Hour(r.To)));
        return new(FrenchText.Capitalize(FrenchDates.Weekday(day)), text, !ranges.IsEmpty);
    }

    private static string Hour(int minutes) =>
        minutes == TimeRange.Day ? FrenchDates.Hour(LocalTime.Midnight) : FrenchDates.Hour(LocalTime.FromMinutesSinceMidnight(minutes));

    private static string ClosureText(Closure closure)
    {
        var period = closure.From == closure.To
            ? GeneratorTexts.Format("PeriodOneDay", FrenchDates.Long(closure.From))
            : GeneratorTexts.Format("Period", FrenchDates.Start(closure.From, closure.To), FrenchDates.Long(closure.To));
        return GeneratorTexts.Format("Closure", period, closure.Note ?? GeneratorTexts.Get("ClosedNote"));
    }

    private static string Machine(OpeningHours hours, ImmutableArray<Closure> closures, TerritoryScope territory)
    {
        var text = new StringBuilder();
        for (var day = 1; day <= 7; day++)
        {
            var ranges = hours.Week[(IsoDayOfWeek)day];
            if (!ranges.IsEmpty)
                Append(text, DayKeys[day - 1], string.Join(',', ranges.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.From}-{r.To}"))));
        }
        foreach (var closure in closures)
            Append(text, "x", $"{FrenchDates.Iso(closure.From)}/{FrenchDates.Iso(closure.To)}{Reason(closure.Note)}");
        if (hours.OnPublicHolidays is { IsEmpty: true })
        {
            var region = PublicHolidays.RegionOf(territory.Insee);
            foreach (var day in territory.HolidaysAhead)
                Append(text, "x", $"{FrenchDates.Iso(day)}/{FrenchDates.Iso(day)}{Reason(PublicHolidays.NameOf(day, region))}");
        }
        return text.ToString();
    }

    /// <summary>The note as one word of the machine text.</summary>
    private static string Reason(string? note) => note is null ? "" : " " + Separators.Replace(note, m => Uri.HexEscape(m.Value[0]));

    private static void Append(StringBuilder text, string key, string value)
    {
        if (text.Length > 0)
            text.Append(';');
        text.Append(key).Append(' ').Append(value);
    }
}
