using System.Collections.Immutable;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.Requests;

/// <summary>Figures of one category.</summary>
/// <param name="MedianDays">From receipt to closing, of the closed ones; null without any.</param>
/// <param name="Late">Open for more than thirty days.</param>
public sealed record CategoryFigures(string Category, string Label, int Total, int Open, int Done, int Refused, double? MedianDays, int Late);

/// <summary>Figures of an agent's bodies over a time.</summary>
public sealed record DeskFigures(
    Instant From, Instant To, int Total, int Open, double? MedianDays, double? MedianFirstAnswerDays, ImmutableSortedDictionary<RequestStatus, int> ByStatus, ImmutableArray<CategoryFigures> Categories);

/// <summary>Statistics and tables of the requests that an agent reaches. Erased requests count: nothing personal is left in them.</summary>
public sealed class DeskReports(PortalDbContext db, IPortalTerritory territory, FormCatalog catalog, IClock clock)
{
    private static readonly Duration LateAfter = Duration.FromDays(30);
    private const int MostRows = 20_000;

    public async Task<DeskFigures> FiguresAsync(PortalAgent agent, Instant from, Instant to, CancellationToken cancellation)
    {
        // Answers to a consultation wait for nobody.
        var consultations = catalog.Consultations.ToList();
        var rows = await AgentDesk.Mine(db, agent).AsNoTracking().Where(r => r.ReceivedAt >= from && r.ReceivedAt < to && !consultations.Contains(r.FormSlug))
            .Select(r => new Row(r.Id, r.Category, r.CategoryLabel, r.Status, r.ReceivedAt, r.ClosedAt)).ToListAsync(cancellation);
        var first = await FirstAnswersAsync(agent, from, to, cancellation);
        return new(
            from, to, rows.Count, rows.Count(r => !r.IsClosed), Median(rows.Select(r => r.Days)),
            Median(rows.Select(r => first.TryGetValue(r.Id, out var at) ? (double?)(at - r.ReceivedAt).TotalDays : null)),
            rows.GroupBy(r => r.Status).ToImmutableSortedDictionary(g => g.Key, g => g.Count()),
            [.. rows.GroupBy(r => r.Category).Select(Category).OrderByDescending(c => c.Total).ThenBy(c => c.Label, StringComparer.Ordinal)]);
    }

    /// <summary>The list as a table that spreadsheets open: UTF-8, semicolons, one request a line.</summary>
    public async Task<string> CsvAsync(PortalAgent agent, DeskFilter filter, CancellationToken cancellation)
    {
        var rows = await DeskFilters.Apply(AgentDesk.Mine(db, agent).AsNoTracking(), filter).OrderBy(r => r.Id).Take(MostRows).ToListAsync(cancellation);
        var now = await territory.CurrentAsync(cancellation);
        var zone = DateTimeZoneProviders.Tzdb[now.TimeZone];
        var csv = new StringBuilder(Csv.Mark);
        Csv.Line(csv, RequestsTexts.CsvHead.Split('|'));
        foreach (var row in rows)
        {
            var line = AgentDesk.Line(row, now);
            Csv.Line(csv, [
                line.Reference, Day(row.ReceivedAt, zone), line.Title, line.Category, line.Commune, line.Body, StatusWords.Label(row.Status), row.ClosedAt is { } closed ? Day(closed, zone) : "",
                line.AssignedName, line.Place, Number(row.Latitude), Number(row.Longitude), line.Summary, line.Citizen, row.Email, row.Phone]);
        }
        return csv.ToString();
    }

    private CategoryFigures Category(IGrouping<string, Row> group)
    {
        var late = clock.GetCurrentInstant() - LateAfter;
        return new(
            group.Key, group.First().Label, group.Count(), group.Count(r => !r.IsClosed), group.Count(r => r.Status == RequestStatus.Done),
            group.Count(r => r.Status == RequestStatus.Refused), Median(group.Select(r => r.Days)), group.Count(r => !r.IsClosed && r.ReceivedAt < late));
    }

    private async Task<Dictionary<long, Instant>> FirstAnswersAsync(PortalAgent agent, Instant from, Instant to, CancellationToken cancellation)
    {
        var answers = await AgentDesk.Mine(db, agent).AsNoTracking().Where(r => r.ReceivedAt >= from && r.ReceivedAt < to)
            .SelectMany(r => r.Entries.Where(e => e.Author == EntryAuthor.Agent && (e.Kind == EntryKind.Message || e.Kind == EntryKind.Status)))
            .Select(e => new { e.RequestId, e.At }).ToListAsync(cancellation);
        return answers.GroupBy(a => a.RequestId).ToDictionary(g => g.Key, g => g.Min(a => a.At));
    }

    private static double? Median(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Day(Instant at, DateTimeZone zone) =>
        Csv.Moment(at, zone);

    private static string? Number(double? degrees) => degrees is { } value ? Filling.Coordinates.Write(value) : null;

    private sealed record Row(long Id, string Category, string Label, RequestStatus Status, Instant ReceivedAt, Instant? ClosedAt)
    {
        public bool IsClosed => StatusWords.IsClosed(Status);

        public double? Days => IsClosed && ClosedAt is { } closed ? (closed - ReceivedAt).TotalDays : null;
    }
}
