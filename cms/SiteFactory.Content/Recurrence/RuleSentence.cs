using System.Globalization;
using NodaTime;
using SiteFactory.Content.Texts;

namespace SiteFactory.Content.Recurrence;

/// <summary>Says a rule in French: <c>Tous les mardis jusqu’au 30 juin 2027</c>, <c>Le 2e mardi de chaque mois</c>.</summary>
public static class RuleSentence
{
    private static readonly TextResource Texts = RuleParser.Texts;

    /// <summary>The rule in words, with a capital and without a full stop.</summary>
    /// <param name="start">The event's start, which gives what the rule leaves out.</param>
    public static string Of(RecurrenceRule rule, LocalDateTime start)
    {
        var words = rule.Frequency switch
        {
            Frequency.Daily => Daily(rule),
            Frequency.Weekly => InMonths(rule, Weekly(rule, start.Date)),
            Frequency.Monthly => Monthly(rule, start.Date),
            _ => Yearly(rule, start.Date),
        };
        if (!rule.ByDay.IsEmpty && !rule.ByMonthDay.IsEmpty && rule.BySetPos.IsEmpty)
            words = Texts.Format("IfWeekday", words, Join(rule.ByDay.Select(d => Texts.Format("A", Day(d.Day))).Distinct(StringComparer.Ordinal), "Or"));
        if (rule.Until is { } until)
            words = Texts.Format("Until", words, DateWords(until.Date));
        if (rule.Count is { } count)
            words = Texts.Format("Times", words, Number(count));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Daily(RecurrenceRule rule)
    {
        if (rule is { ByDay.IsEmpty: false, ByMonthDay.IsEmpty: true, Interval: 1 })
            return InMonths(rule, Weekly(rule, default));
        var words = Every(rule.Interval, Texts["EveryDay"], "EveryOtherDay", "EveryNDays", null);
        if (!rule.ByMonthDay.IsEmpty)
            words = Texts.Format("EveryMonth", MonthDays(rule));
        return InMonths(rule, words);
    }

    private static string Weekly(RecurrenceRule rule, LocalDate start)
    {
        var days = rule.ByDay.IsEmpty ? [start.DayOfWeek] : rule.ByDay.Select(d => d.Day).Distinct().Order().ToList();
        if (rule.Interval == 2 && days.Count == 1)
            return Texts.Format("OneInTwo", Day(days[0]));
        if (rule.Interval > 1)
            return Every(rule.Interval, "", "EveryOtherWeek", "EveryNWeeks", Join(days.Select(d => Texts.Format("The", Day(d)))));
        if (days.Count == 7)
            return Texts["EveryDay"];
        return days.Count > 2 && days[^1] - days[0] == days.Count - 1
            ? Texts.Format("FromTo", Day(days[0]), Day(days[^1]))
            : Plural(days);
    }

    private static string Monthly(RecurrenceRule rule, LocalDate start)
    {
        var days = InMonth(rule, start);
        if (!rule.ByMonth.IsEmpty)
            return OfMonths(rule, start, days);
        return Every(rule.Interval, Texts.Format("EveryMonth", days), "EveryOtherMonth", "EveryNMonths", days);
    }

    private static string Yearly(RecurrenceRule rule, LocalDate start)
    {
        var days = rule is { ByMonth.IsEmpty: true, ByMonthDay.IsEmpty: true } ? OfYear(rule, start)
            : rule.ByMonth.IsEmpty ? Texts.Format("EveryMonth", InMonth(rule, start))
            : OfMonths(rule, start, InMonth(rule, start));
        return Every(rule.Interval, Texts.Format("EveryYear", days), "EveryOtherYear", "EveryNYears", days);
    }

    private static string OfYear(RecurrenceRule rule, LocalDate start) =>
        rule.ByDay.IsEmpty
            ? Texts.Format("The", Texts.Format("DayMonth", Cardinal(start.Day), Month(start.Month)))
            : Texts.Format("OfYear", Weekdays(rule));

    // "le 14 juillet", but "le 1er dimanche de mai".
    private static string OfMonths(RecurrenceRule rule, LocalDate start, string days)
    {
        var named = rule.ByDay.IsEmpty && rule.BySetPos.IsEmpty && (rule.ByMonthDay.IsEmpty ? start.Day : rule.ByMonthDay[0]) > 0;
        return Texts.Format("DayMonth", days, Join(rule.ByMonth.Select(m => named ? Month(m) : Texts[Key("OfMonth", m)])));
    }

    private static string InMonth(RecurrenceRule rule, LocalDate start)
    {
        if (!rule.BySetPos.IsEmpty)
            return Join(rule.BySetPos.Select(p => Nth(p, SetWord(rule))));
        if (rule.ByDay.IsEmpty)
            return rule.ByMonthDay.IsEmpty ? Texts.Format("The", Cardinal(start.Day)) : MonthDays(rule);
        return rule.ByMonthDay.IsEmpty ? Weekdays(rule) : MonthDays(rule);
    }

    private static string SetWord(RecurrenceRule rule)
    {
        var days = rule.ByDay.Select(d => d.Day).Distinct().Order().ToList();
        return days.Count is 0 or 7 ? Texts["DayWord"]
            : days is [IsoDayOfWeek.Monday, _, _, _, IsoDayOfWeek.Friday] ? Texts["WorkdayWord"]
            : days is [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] ? Texts["WeekendWord"]
            : days is [var only] ? Day(only)
            : Texts.Format("AmongWord", Join(days.Select(Day)));
    }

    private static string Weekdays(RecurrenceRule rule)
    {
        var nth = rule.ByDay.Where(d => d.Ordinal != 0).OrderBy(d => d.Ordinal < 0).ThenBy(d => d.Ordinal).Select(d => Nth(d.Ordinal, Day(d.Day)));
        var every = rule.ByDay.Where(d => d.Ordinal == 0).Select(d => d.Day).ToList();
        return Join(every.Count == 0 ? nth : nth.Prepend(Plural(every)));
    }

    private static string MonthDays(RecurrenceRule rule) =>
        Join(rule.ByMonthDay.OrderBy(d => d < 0).ThenBy(d => d).Select(d => d > 0 ? Texts.Format("The", Cardinal(d)) : Nth(d, Texts["DayWord"])));

    private static string Nth(int ordinal, string word) => ordinal switch
    {
        -1 => Texts.Format("TheLast", word),
        -2 => Texts.Format("TheLastButOne", word),
        < 0 => Texts.Format("TheNthFromEnd", Ordinal(-ordinal), word),
        _ => Texts.Format("TheNth", Ordinal(ordinal), word),
    };

    private static string Every(int interval, string one, string two, string many, string? days) => interval switch
    {
        1 => one,
        2 => Texts.Format(two, days ?? ""),
        _ => days is null ? Texts.Format(many, Number(interval)) : Texts.Format(many, Number(interval), days),
    };

    private static string InMonths(RecurrenceRule rule, string words) =>
        rule.ByMonth.IsEmpty ? words : Texts.Format("InMonths", words, Join(rule.ByMonth.Select(Month)));

    private static string Plural(IEnumerable<IsoDayOfWeek> days) =>
        Texts.Format("EveryWeekday", Join(days.Select(d => Texts.Format("WeekdayPlural", Day(d)))));

    private static string DateWords(LocalDate date) =>
        Texts.Format("Date", Cardinal(date.Day), Month(date.Month), Number(date.Year));

    private static string Join(IEnumerable<string> words, string last = "And")
    {
        var list = words.ToList();
        return list.Count < 2 ? string.Concat(list) : Texts.Format(last, string.Join(", ", list.SkipLast(1)), list[^1]);
    }

    private static string Day(IsoDayOfWeek day) => Texts[Key("Day", (int)day)];

    private static string Month(int month) => Texts[Key("Month", month)];

    // The first of a month is "1er", the others are plain numbers.
    private static string Cardinal(int day) => day == 1 ? Texts["First"] : Number(day);

    private static string Ordinal(int number) => number == 1 ? Texts["First"] : Texts.Format("Nth", Number(number));

    private static string Key(string name, int number) => name + Number(number);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
