using NodaTime;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.French;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Documents;

/// <summary>Something that the law asks of the register.</summary>
/// <param name="Text">A French sentence.</param>
/// <param name="IsLate">The day is past.</param>
/// <param name="Item">The document that lacks something; null: one is to be written.</param>
public sealed record Reminder(string Text, bool IsLate, Guid? Item);

/// <summary>
/// What the register lacks: a week after a session the list of its deliberations, a week after the next session, which approves them, its
/// minutes (CGCT L2121-15, L2121-25); for towns of 3,500 the author and the whole text of each act.
/// </summary>
public static class CouncilReminders
{
    private const int Days = 7;
    private const int MonthsBack = 12;

    /// <summary>The oldest first.</summary>
    /// <param name="live">Documents that the public sees.</param>
    /// <param name="sessions">Days of council sessions, known from documents and from the agenda.</param>
    public static IReadOnlyList<Reminder> Of(IReadOnlyList<OfficialDocument> live, IEnumerable<LocalDate> sessions, LocalDate today, Site site)
    {
        var held = sessions.Where(s => s <= today && s > today.PlusMonths(-MonthsBack)).Distinct().Order().ToList();
        var reminders = new List<Reminder>();
        for (var i = 0; i < held.Count; i++)
        {
            if (!Has(live, DocumentType.DeliberationsList, held[i]))
                reminders.Add(List(held[i], today));
            if (i + 1 < held.Count && !Has(live, DocumentType.Minutes, held[i]))
                reminders.Add(Minutes(held[i], held[i + 1], today));
        }
        if (DocumentLaw.Binds(site))
            reminders.AddRange(live.Where(d => DocumentLaw.IsAct(d.Type)).SelectMany(Incomplete));
        return reminders;
    }

    private static Reminder List(LocalDate session, LocalDate today)
    {
        var due = session.PlusDays(Days);
        return new(DocumentTexts.T.Format(due < today ? "RemindListLate" : "RemindList", FrenchTimes.Day(session), FrenchTimes.Day(due)), due < today, null);
    }

    private static Reminder Minutes(LocalDate session, LocalDate next, LocalDate today)
    {
        var due = next.PlusDays(Days);
        return new(DocumentTexts.T.Format(due < today ? "RemindMinutesLate" : "RemindMinutes", FrenchTimes.Day(next), FrenchTimes.Day(session), FrenchTimes.Day(due)), due < today, null);
    }

    private static IEnumerable<Reminder> Incomplete(OfficialDocument act)
    {
        if (act.Author is not { FirstName.Length: > 0, LastName.Length: > 0, Capacity.Length: > 0 })
            yield return new(DocumentTexts.T.Format("RemindAuthor", act.Title), true, act.Id);
        if (act.File is null && act.Body.Trim().Length == 0)
            yield return new(DocumentTexts.T.Format("RemindFile", act.Title), true, act.Id);
    }

    private static bool Has(IReadOnlyList<OfficialDocument> live, DocumentType type, LocalDate session) =>
        live.Any(d => d.Type == type && d.Session == session);
}
