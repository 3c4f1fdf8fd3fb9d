using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Requests;

/// <summary>Builds what people see of a request from its rows.</summary>
internal sealed class RequestViews(PortalDbContext db, IPortalTerritory territory, FormCatalog catalog)
{
    /// <summary>The number that people quote: the year and the row.</summary>
    public static string Reference(RequestRow row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.ReceivedAt.InUtc().Year}-{row.Id:00000}");

    public async Task<CitizenRequest> CitizenAsync(RequestRow row, CancellationToken cancellation)
    {
        var now = await territory.CurrentAsync(cancellation);
        var uploads = await UploadsAsync(row.Id, cancellation);
        var thread = await ThreadAsync(row, uploads, forAgents: false, cancellation);
        return new(
            row.Id, Reference(row), row.FormTitle, row.CategoryLabel, now.Body(row.Body)?.Called ?? row.Body, row.Commune is null ? null : now.NameOf(row.Commune), row.Place,
            row.Status, row.ReceivedAt, row.UpdatedAt, row.PurgeAt, row.ErasedAt is not null, Lines(row, now),
            uploads.ToImmutableDictionary(u => u.Key, u => new UploadInfo(u.Key, u.Name, u.ContentType, u.Length), StringComparer.Ordinal), thread);
    }

    public ImmutableArray<AnswerLine> Lines(RequestRow row, PortalTerritory now) =>
        catalog.Find(row.FormSlug) is { } form ? AnswerWords.Lines(form, Answers.FromJson(row.AnswersJson), now.NameOf) : [];

    public async Task<List<UploadRow>> UploadsAsync(long request, CancellationToken cancellation) =>
        await db.Uploads.AsNoTracking().Where(u => u.RequestId == request).OrderBy(u => u.At).ToListAsync(cancellation);

    /// <summary>The thread. Notes, assignments and agents' names are for agents only.</summary>
    public async Task<ImmutableArray<ThreadLine>> ThreadAsync(RequestRow row, List<UploadRow> uploads, bool forAgents, CancellationToken cancellation)
    {
        var now = await territory.CurrentAsync(cancellation);
        var entries = await db.Entries.AsNoTracking().Where(e => e.RequestId == row.Id).OrderBy(e => e.Id).ToListAsync(cancellation);
        return [.. entries.Where(e => forAgents || e.Kind is not (EntryKind.Note or EntryKind.Assignment)).Select(e => Line(e, now, uploads, forAgents))];
    }

    private static ThreadLine Line(EntryRow e, PortalTerritory now, List<UploadRow> uploads, bool forAgents)
    {
        var body = e.Body is null ? null : now.NameOf(e.Body);
        var who = e.Author switch
        {
            EntryAuthor.Citizen => forAgents ? RequestsTexts.TheCitizen : RequestsTexts.You,
            EntryAuthor.Agent when forAgents => body is null ? e.AgentName ?? "" : $"{e.AgentName} ({body})",
            _ => body ?? "",
        };
        var to = e.Kind == EntryKind.Assignment ? e.Text : e.ToBody is null ? null : now.NameOf(e.ToBody);
        return new(
            e.Id, e.At, e.Kind, e.Author, who, to, e.Status, e.Kind == EntryKind.Assignment ? null : e.Text,
            [.. uploads.Where(u => u.EntryId == e.Id).Select(u => new UploadInfo(u.Key, u.Name, u.ContentType, u.Length))]);
    }
}
