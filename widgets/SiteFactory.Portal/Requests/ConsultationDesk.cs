using System.Collections.Immutable;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.Requests;

/// <summary>A questionnaire, and how many answered it.</summary>
public sealed record ConsultationLine(FormDefinition Form, int Answers, bool IsOpen);

/// <summary>How often one answer was given.</summary>
public sealed record AnswerCount(string Label, int Count);

/// <summary>What came in for one question.</summary>
/// <param name="Given">People who answered it.</param>
/// <param name="Counts">For a choice: each answer, in the order of the form.</param>
/// <param name="Texts">For a free text: the newest, with the day on which each was sent.</param>
public sealed record QuestionFigures(FormField Field, int Given, ImmutableArray<AnswerCount> Counts, ImmutableArray<(Instant At, string Text)> Texts);

/// <summary>What came in for a questionnaire.</summary>
/// <param name="Erased">Answers whose content is gone: their time was over, or somebody asked for it.</param>
public sealed record ConsultationFigures(FormDefinition Form, int Answers, int Erased, ImmutableArray<QuestionFigures> Questions);

/// <summary>Counts what people answered to public consultations; the agent's bodies' only.</summary>
public sealed class ConsultationDesk(PortalDbContext db, FormCatalog catalog, IPortalTerritory territory, IClock clock)
{
    /// <summary>Texts that are shown at once; the table has all of them.</summary>
    public const int ShownTexts = 100;

    private const int MostRows = 50_000;

    /// <summary>The questionnaires that the agent's bodies handle or have answers to.</summary>
    public async Task<IReadOnlyList<ConsultationLine>> ListAsync(PortalAgent agent, CancellationToken cancellation)
    {
        var now = await territory.CurrentAsync(cancellation);
        var today = clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[now.TimeZone]).Date;
        var slugs = catalog.Consultations.ToList();
        var counts = await AgentDesk.Mine(db, agent).Where(r => slugs.Contains(r.FormSlug)).GroupBy(r => r.FormSlug).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        return [.. catalog.Forms.Where(f => f.Consultation is not null && (counts.ContainsKey(f.Slug) || Handles(agent, f, now))).Select(f => new ConsultationLine(f, counts.GetValueOrDefault(f.Slug), FormCatalog.IsOpen(f, today)))];
    }

    /// <summary>The answers to one; null: there is no such questionnaire for the agent.</summary>
    public async Task<ConsultationFigures?> FiguresAsync(PortalAgent agent, string slug, CancellationToken cancellation)
    {
        if (await FormAsync(agent, slug, cancellation) is not { } form)
            return null;
        var now = await territory.CurrentAsync(cancellation);
        var rows = await RowsAsync(agent, slug, cancellation);
        var kept = rows.Where(r => !r.IsErased).Select(r => (r.At, Answers: Answers.FromJson(r.Json))).ToList();
        return new(form, rows.Count, rows.Count - kept.Count, [.. form.Fields.Where(IsQuestion).Select(f => Figures(f, kept, now))]);
    }

    /// <summary>Every answer as a line of a table; null: there is no such questionnaire for the agent.</summary>
    public async Task<string?> CsvAsync(PortalAgent agent, string slug, CancellationToken cancellation)
    {
        if (await FormAsync(agent, slug, cancellation) is not { } form)
            return null;
        var now = await territory.CurrentAsync(cancellation);
        var zone = DateTimeZoneProviders.Tzdb[now.TimeZone];
        var fields = form.Fields.Where(IsQuestion).ToList();
        var csv = new StringBuilder(Csv.Mark);
        Csv.Line(csv, fields.Select(f => f.Label).Prepend(RequestsTexts.CsvSentAt));
        foreach (var row in (await RowsAsync(agent, slug, cancellation)).Where(r => !r.IsErased))
        {
            var answers = Answers.FromJson(row.Json);
            Csv.Line(csv, fields.Select(f => answers.Has(f.Name) ? AnswerWords.Say(f, answers, now.NameOf) : "").Prepend(Csv.Moment(row.At, zone)));
        }
        return csv.ToString();
    }

    private static bool IsQuestion(FormField field) => field.Type != FieldType.Information && !field.IsUpload;

    private static bool Handles(PortalAgent agent, FormDefinition form, PortalTerritory now) =>
        form.Handler == Handler.Metropole && now.Metropole is { } metropole && agent.Bodies.Contains(metropole.Key);

    private async Task<FormDefinition?> FormAsync(PortalAgent agent, string slug, CancellationToken cancellation) =>
        (await ListAsync(agent, cancellation)).FirstOrDefault(l => l.Form.Slug == slug)?.Form;

    private async Task<List<Row>> RowsAsync(PortalAgent agent, string slug, CancellationToken cancellation) =>
        await AgentDesk.Mine(db, agent).AsNoTracking().Where(r => r.FormSlug == slug).OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id).Take(MostRows)
            .Select(r => new Row(r.ReceivedAt, r.AnswersJson, r.ErasedAt != null)).ToListAsync(cancellation);

    private static QuestionFigures Figures(FormField field, List<(Instant At, Answers Answers)> kept, PortalTerritory now)
    {
        var given = kept.Where(k => k.Answers.Has(field.Name)).ToList();
        return field.Type switch
        {
            FieldType.Choice or FieldType.Multiple => new(field, given.Count, [.. field.Options.Select(o => new AnswerCount(o.Label, given.Count(k => k.Answers.All(field.Name).Contains(o.Value))))], []),
            FieldType.Commune => new(field, given.Count, [.. given.GroupBy(k => k.Answers.One(field.Name)).Select(g => new AnswerCount(now.NameOf(g.Key) ?? g.Key, g.Count())).OrderByDescending(c => c.Count).ThenBy(c => c.Label, StringComparer.Ordinal)], []),
            _ => new(field, given.Count, [], [.. given.Take(ShownTexts).Select(k => (k.At, AnswerWords.Say(field, k.Answers, now.NameOf)))]),
        };
    }

    private sealed record Row(Instant At, string Json, bool IsErased);
}
