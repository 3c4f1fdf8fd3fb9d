using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.PersonalData;

/// <summary>A line of the register of what was done with personal data.</summary>
public sealed record AuditLine(Instant At, string Agent, string Action, long? RequestId, string? Detail);

/// <summary>Answers a person who asks what is kept about them, or wants it gone (RGPD, articles 15 and 17). Each answer is written down.</summary>
public sealed class PersonalDataDesk(PortalDbContext db, Eraser eraser, IClock clock)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Everything kept under that address in the agent's bodies, files included, as a zip. Null: they may not, or there is nothing.</summary>
    public async Task<byte[]?> ExportAsync(PortalAgent agent, string email, CancellationToken cancellation)
    {
        var rows = await OfAsync(agent, email, cancellation);
        if (rows.Count == 0)
            return null;
        await LogAsync(agent, "export", rows, cancellation);
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var row in rows)
                await AddAsync(zip, row, cancellation);
        }
        return memory.ToArray();
    }

    /// <summary>Erases everything kept under that address in the agent's bodies; gives how many requests.</summary>
    public async Task<int> EraseAsync(PortalAgent agent, string email, CancellationToken cancellation)
    {
        var rows = await OfAsync(agent, email, cancellation);
        if (rows.Count == 0)
            return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await LogAsync(agent, "erase", rows, cancellation);
        foreach (var row in rows)
            await eraser.EraseAsync(row, cancellation);
        await transaction.CommitAsync(cancellation);
        return rows.Count;
    }

    /// <summary>Erases one request that the agent reaches.</summary>
    public async Task<bool> EraseAsync(PortalAgent agent, long id, CancellationToken cancellation)
    {
        if (!agent.IsAdministrator || await AgentDesk.Mine(db, agent).FirstOrDefaultAsync(r => r.Id == id && r.ErasedAt == null, cancellation) is not { } row)
            return false;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await LogAsync(agent, "erase", [row], cancellation);
        await eraser.EraseAsync(row, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The register, newest first; administrators read the lines of the requests of their bodies.</summary>
    public async Task<ImmutableArray<AuditLine>> AuditAsync(PortalAgent agent, CancellationToken cancellation)
    {
        if (!agent.IsAdministrator)
            return [];
        var mine = AgentDesk.Mine(db, agent).Select(r => (long?)r.Id);
        return [.. await db.Audit.AsNoTracking().Where(a => mine.Contains(a.RequestId)).OrderByDescending(a => a.Id).Take(200)
            .Select(a => new AuditLine(a.At, a.Agent, a.Action, a.RequestId, a.Detail)).ToListAsync(cancellation)];
    }

    private async Task<List<RequestRow>> OfAsync(PortalAgent agent, string email, CancellationToken cancellation)
    {
        var wanted = email.Trim().ToLowerInvariant();
        return !agent.IsAdministrator || wanted.Length == 0 ? []
            : await AgentDesk.Mine(db, agent).Where(r => r.Email == wanted && r.ErasedAt == null).OrderBy(r => r.Id).ToListAsync(cancellation);
    }

    private async Task LogAsync(PortalAgent agent, string action, List<RequestRow> rows, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        db.Audit.AddRange(rows.Select(r => new AuditRow { At = now, Agent = agent.Name, Action = action, RequestId = r.Id }));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task AddAsync(ZipArchive zip, RequestRow row, CancellationToken cancellation)
    {
        var folder = RequestViews.Reference(row) + "/";
        var entries = await db.Entries.AsNoTracking().Where(e => e.RequestId == row.Id && e.Kind != EntryKind.Note && e.Kind != EntryKind.Assignment).OrderBy(e => e.Id).ToListAsync(cancellation);
        var told = new
        {
            dossier = RequestViews.Reference(row),
            service = row.FormTitle,
            categorie = row.CategoryLabel,
            etat = StatusWords.Label(row.Status),
            recueLe = When(row.ReceivedAt),
            effacementPrevuLe = When(row.PurgeAt),
            prenom = row.FirstName,
            nom = row.LastName,
            courriel = row.Email,
            telephone = row.Phone,
            lieu = row.Place,
            latitude = row.Latitude,
            longitude = row.Longitude,
            reponses = JsonSerializer.Deserialize<JsonElement>(row.AnswersJson),
            messages = entries.Where(e => e.Text is not null).Select(e => new { le = When(e.At), de = e.Author == EntryAuthor.Citizen ? "usager" : "administration", texte = e.Text }),
        };
        await WriteAsync(zip, folder + "demande.json", JsonSerializer.SerializeToUtf8Bytes(told, Readable), cancellation);
        foreach (var upload in await db.Uploads.AsNoTracking().Where(u => u.RequestId == row.Id).ToListAsync(cancellation))
        {
            var content = await db.UploadContents.AsNoTracking().FirstAsync(c => c.Key == upload.Key, cancellation);
            await WriteAsync(zip, folder + upload.Key[..8] + "-" + upload.Name, content.Bytes, cancellation);
        }
    }

    private static string When(Instant at) => NodaTime.Text.InstantPattern.General.Format(at);

    private static async Task WriteAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancellation)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellation);
        await entry.WriteAsync(bytes, cancellation);
    }
}
