using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SiteFactory.Content.Recurrence;

namespace SiteFactory.Content.Tests.Recurrence;

/// <summary>What holds for every rule, tried on random ones.</summary>
public class RecurrencePropertyTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20261122, 7919).WithMaxTest(300);

    private static readonly Gen<string> Rules =
        from freq in Gen.Elements("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
        from interval in Gen.Choose(1, 4)
        from day in Gen.Elements("", ";BYDAY=MO", ";BYDAY=TU,SA", ";BYDAY=MO,TU,WE,TH,FR")
        from nth in Gen.Elements("", "2", "-1")
        from monthDay in Gen.Elements("", "", ";BYMONTHDAY=13", ";BYMONTHDAY=-1,1")
        from month in Gen.Elements("", "", ";BYMONTH=3", ";BYMONTH=2,10")
        from end in Gen.Elements("", ";COUNT=7", ";UNTIL=20290630")
        from week in Gen.Elements("", ";WKST=SU")
        let ordinal = freq is "MONTHLY" or "YEARLY" && day.Length == 9 ? day.Replace("=", "=" + nth, StringComparison.Ordinal) : day
        select $"FREQ={freq};INTERVAL={interval}{ordinal}{(freq == "WEEKLY" ? "" : monthDay)}{month}{end}{week}";

    private static readonly Gen<(string Rule, LocalDateTime Start)> Cases =
        from rule in Rules
        from day in Gen.Choose(0, 1000)
        from minute in Gen.Choose(0, 1439)
        select (rule, new LocalDate(2026, 1, 1).PlusDays(day).AtMidnight().PlusMinutes(minute));

    private static EventSchedule Schedule((string Rule, LocalDateTime Start) c) =>
        (Times.Event("2026-01-01", c.Rule) with { Start = c.Start }).Schedule();

    private static void Hold(Func<(string Rule, LocalDateTime Start), bool> property) =>
        Prop.ForAll(Cases.ToArbitrary(), property).Check(Fixed);

    [Fact]
    public void Starts_rise_and_never_repeat() => Hold(c =>
    {
        var starts = Schedule(c).All().Take(40).Select(o => o.Nominal).ToList();
        return starts[0] == c.Start && starts.Zip(starts.Skip(1), (a, b) => a < b).All(x => x);
    });

    [Fact]
    public void A_window_gives_what_the_whole_gives_there() => Hold(c =>
    {
        var from = Instant.FromUtc(2027, 9, 1, 0, 0);
        var to = Instant.FromUtc(2029, 2, 1, 0, 0);
        var schedule = Schedule(c);
        var whole = schedule.All().TakeWhile(o => o.Start.ToInstant() < to).Where(o => o.End.ToInstant() > from);
        return schedule.Between(from, to).SequenceEqual(whole);
    });

    [Fact]
    public void Every_start_keeps_the_hour_save_in_the_spring_gap() => Hold(c =>
        Schedule(c).All().Take(40).All(o =>
            o.Start.LocalDateTime == o.Nominal || Times.Paris.MapLocal(o.Nominal).Count == 0));

    [Fact]
    public void Every_rule_has_its_sentence() => Hold(c =>
    {
        var rule = RuleParser.Parse(c.Rule, Times.Paris).Rule!;
        var sentence = RuleSentence.Of(rule, c.Start);
        return char.IsUpper(sentence[0]) && !sentence.Contains('{', StringComparison.Ordinal) && !sentence.Contains("  ", StringComparison.Ordinal);
    });

    [Fact]
    public void A_rule_written_back_is_the_same_rule() => Hold(c =>
    {
        var rule = RuleParser.Parse(c.Rule, Times.Paris).Rule!;
        var text = rule.ToText(u => u.ToString("uuuuMMdd'T'HHmmss", System.Globalization.CultureInfo.InvariantCulture));
        return RuleParser.Parse(text, Times.Paris).Rule!.ToText(_ => "X") == rule.ToText(_ => "X");
    });

    [Fact]
    public void Whatever_is_typed_is_read_or_told()
    {
        var pieces = Gen.Elements("FREQ=", "DAILY", "WEEKLY", ";", "=", ",", "BYDAY=", "-1", "TU", "99999999999", "UNTIL=", "2027", "0229", "T", "Z", "é", "\ud83c", "\n", " ", "COUNT=");
        Prop.ForAll(
            pieces.ListOf().Select(p => string.Concat(p)).ToArbitrary(),
            text =>
            {
                var reading = RuleParser.Parse(text, Times.Paris);
                return reading.Rule is not null || (reading.Faults.Length > 0 && reading.Faults.All(f => f.Position >= 0 && f.Position <= text.Length));
            }).Check(Fixed.WithMaxTest(2000));
    }

    [Fact]
    public void Every_start_but_the_first_is_what_a_day_by_day_reading_of_the_rule_finds() => Hold(c =>
    {
        var rule = RuleParser.Parse(c.Rule, Times.Paris).Rule!;
        var found = Schedule(c).All().Skip(1).Take(15).Select(o => o.Nominal.Date).ToList();
        var last = found.Count == 0 ? c.Start.Date.PlusYears(3) : found[^1];
        var expected = Enumerable.Range(1, Period.DaysBetween(c.Start.Date, last))
            .Select(c.Start.Date.PlusDays)
            .Where(d => NaiveRule.Fits(rule, c.Start.Date, d) && !((d + c.Start.TimeOfDay) > rule.Until))
            .Take(rule.Count is { } n ? n - 1 : int.MaxValue)
            .ToList();
        return found.Count == 0 ? expected.Count == 0 || rule.Interval > 1 : expected.SequenceEqual(found);
    });
}
