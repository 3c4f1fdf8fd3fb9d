using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Collections;

/// <summary>How often a collection comes.</summary>
public enum Rhythm
{
    Weekly,
    EvenWeeks,
    OddWeeks,
    EveryFewWeeks,
    Monthly,

    /// <summary>On days that are written one by one.</summary>
    Dates,
}

/// <summary>One collection of a sector as a form.</summary>
public sealed class RoundRow
{
    private const int FewWeeks = 2;
    private const int MostWeeks = 52;

    /// <summary>Null: the line is empty.</summary>
    public WasteKind? Waste { get; set; }

    public Rhythm Rhythm { get; set; }

    /// <summary>Days of the week.</summary>
    public List<IsoDayOfWeek> Days { get; set; } = [];

    /// <summary>Weeks from one to the next.</summary>
    public string? Every { get; set; } = FewWeeks.ToString(CultureInfo.InvariantCulture);

    /// <summary>A browser's day in a week with a collection.</summary>
    public string? Since { get; set; }

    /// <summary>Which ones of the month.</summary>
    public List<OrdinalInMonth> Monthly { get; set; } = [];

    /// <summary>The season; browser's days.</summary>
    public string? From { get; set; }

    public string? Until { get; set; }

    /// <summary>Days, one a line.</summary>
    public string? Dates { get; set; }

    public string? Note { get; set; }

    /// <summary>The form of a round.</summary>
    public static RoundRow Of(WasteRound round) => new()
    {
        Waste = round.Waste,
        Rhythm = RhythmOf(round),
        Days = [.. round.Days],
        Every = Math.Max(round.Every, FewWeeks).ToString(CultureInfo.InvariantCulture),
        Since = round.Since is { } since ? FormTimes.Day(since) : null,
        Monthly = [.. round.Monthly],
        From = round.From is { } from ? FormTimes.Day(from) : null,
        Until = round.Until is { } until ? FormTimes.Day(until) : null,
        Dates = Typed.Joined([.. round.Dates.Select(d => d.ToString("dd/MM/uuuu", CultureInfo.InvariantCulture))]),
        Note = round.Note,
    };

    /// <summary>The round; null when the line is empty.</summary>
    /// <param name="prefix">Of the fields' names: <c>Rounds[0].</c></param>
    public WasteRound? Read(FormErrors errors, string prefix)
    {
        if (Waste is not { } waste)
            return null;
        var days = Rhythm == Rhythm.Dates ? [] : Days.Distinct().Order().ToImmutableArray();
        if (days.IsEmpty && Rhythm != Rhythm.Dates)
            errors.Add(prefix + nameof(Days), CollectionTexts.T["DaysMissing"]);
        var (from, until) = (errors.Day(prefix + nameof(From), From), errors.Day(prefix + nameof(Until), Until));
        if (until < from)
            errors.Add(prefix + nameof(Until), CollectionTexts.T["SeasonOrder"]);
        var (every, since) = Weeks(errors, prefix);
        return new(waste, days, every, since, from, until, ReadDates(errors, prefix), Typed.Line(Note))
        {
            Weeks = Rhythm switch { Rhythm.EvenWeeks => WeekParity.Even, Rhythm.OddWeeks => WeekParity.Odd, _ => null },
            Monthly = ReadMonthly(errors, prefix),
        };
    }

    private static Rhythm RhythmOf(WasteRound round) => round switch
    {
        { Days.IsEmpty: true } => Rhythm.Dates,
        { Monthly.IsEmpty: false } => Rhythm.Monthly,
        { Every: > 1 } => Rhythm.EveryFewWeeks,
        { Weeks: WeekParity.Even } => Rhythm.EvenWeeks,
        { Weeks: WeekParity.Odd } => Rhythm.OddWeeks,
        _ => Rhythm.Weekly,
    };

    private (int Every, LocalDate? Since) Weeks(FormErrors errors, string prefix)
    {
        if (Rhythm != Rhythm.EveryFewWeeks)
            return (1, null);
        var since = errors.Day(prefix + nameof(Since), Since);
        if (string.IsNullOrWhiteSpace(Since))
            errors.Add(prefix + nameof(Since), CollectionTexts.T["SinceMissing"]);
        if (int.TryParse(Every, NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every is >= FewWeeks and <= MostWeeks)
            return (every, since);
        errors.Add(prefix + nameof(Every), CollectionTexts.T["EveryWrong"]);
        return (FewWeeks, since);
    }

    private ImmutableArray<OrdinalInMonth> ReadMonthly(FormErrors errors, string prefix)
    {
        if (Rhythm != Rhythm.Monthly)
            return [];
        if (Monthly.Count == 0)
            errors.Add(prefix + nameof(Monthly), CollectionTexts.T["MonthlyMissing"]);
        return [.. Monthly.Distinct().Order()];
    }

    private ImmutableArray<LocalDate> ReadDates(FormErrors errors, string prefix)
    {
        var dates = new SortedSet<LocalDate>();
        foreach (var text in Typed.Lines(Dates?.Replace(';', '\n')))
        {
            if (FrenchDays.Read(text) is { } date)
                dates.Add(date);
            else
                errors.Add(prefix + nameof(Dates), CollectionTexts.T.Format("DateWrong", text));
        }
        if (dates.Count == 0 && Rhythm == Rhythm.Dates)
            errors.Add(prefix + nameof(Dates), CollectionTexts.T["DatesMissing"]);
        return [.. dates];
    }
}
