using NodaTime;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.French;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;

namespace SiteFactory.Cms.Features.Events;

/// <summary>When an event takes place, in words: what somebody who fills the form in reads back.</summary>
/// <param name="Sentence">The repetition; null: once.</param>
/// <param name="Next">The next ten times.</param>
/// <param name="Faults">What is wrong with the repetition.</param>
public sealed record EventDates(string? Sentence, IReadOnlyList<string> Next, IReadOnlyList<string> Faults)
{
    private const int Shown = 10;

    /// <summary>Of what stands in the fields; half-filled forms give what they can.</summary>
    public static EventDates? Of(EventForm form, EditContext context)
    {
        var errors = new FormErrors(new());
        if (form.Read(null, Guid.Empty, context, errors) is not EventItem item || FormTimes.Day(form.StartDate) is null)
            return null;
        var schedule = EventSchedule.Of(item, context.Zone);
        var next = schedule.Between(context.Now, Instant.MaxValue).Take(Shown).Select(Words).ToList();
        return new(
            schedule.Rule is { } rule ? RuleSentence.Of(rule, item.Start) : null,
            next,
            [.. schedule.Faults.Where(f => f.Severity == FaultSeverity.Error || f.Code == "rrule-start").Select(f => $"{f.Message} {f.Cure}")]);
    }

    private static string Words(Occurrence occurrence) =>
        occurrence.AllDay ? FrenchTimes.Day(occurrence.FirstDay) : FrenchTimes.Moment(occurrence.Start.LocalDateTime);
}
