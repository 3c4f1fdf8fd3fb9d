using NodaTime;
using SiteFactory.Content.Faults;

namespace SiteFactory.Content.Recurrence;

/// <summary>What is wrong with a rule once its event's start is known.</summary>
internal static class RuleChecks
{
    public static IEnumerable<TextFault> Of(RecurrenceRule rule, LocalDateTime start, RuleExpansion expansion)
    {
        if (rule.Until < start)
        {
            yield return Say("rrule-until-before-start", FaultSeverity.Error);
            yield break;
        }
        var endless = new RuleExpansion(rule with { Count = null, Until = null }, start);
        var matchesStart = Matches(rule, start.Date);
        if (!matchesStart && !endless.Starts(start.Date).Skip(1).Any())
            yield return Say("rrule-never", FaultSeverity.Error);
        else if (!matchesStart)
            yield return Say("rrule-start", FaultSeverity.Warning);
        else if (rule.Count != 1 && !expansion.Starts(start.Date).Skip(1).Any())
            yield return Say("rrule-once", FaultSeverity.Warning);
    }

    // Asked of the period that holds the start.
    private static bool Matches(RecurrenceRule rule, LocalDate start)
    {
        var dates = new List<LocalDate>();
        new PeriodDates(rule, start).Collect(RuleExpansion.Origin(rule, start), dates);
        return dates.Contains(start);
    }

    private static TextFault Say(string code, FaultSeverity severity) =>
        new(code, severity, 0, RuleParser.Texts[code], RuleParser.Texts[code + "-cure"]);
}
