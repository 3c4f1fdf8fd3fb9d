using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;

namespace SiteFactory.Portal.Uploads;

/// <summary>A kept file, without its bytes.</summary>
public sealed record UploadInfo(string Key, string Name, string ContentType, int Length)
{
    public bool IsPhoto => ContentType == "image/jpeg";
}

/// <summary>A file to hand out.</summary>
public sealed record UploadFile(string Name, string ContentType, byte[] Bytes);

/// <summary>Keeps the files of drafts, requests and messages in the portal's database, so that they go when their request goes.</summary>
internal sealed class UploadStore(PortalDbContext db, UploadGate gate, IClock clock)
{
    /// <summary>Takes the files sent for one step's fields; gives the answers with their keys, and what was refused.</summary>
    public async Task<(Answers Answers, ImmutableArray<FieldError> Errors)> TakeAsync(
        DraftRow draft, FormStep step, Answers answers, IFormCollection sent, CancellationToken cancellation)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        foreach (var field in step.Fields.Where(f => f.IsUpload))
        {
            var kept = answers.All(field.Name).Except(sent[AnswerKeys.Remove].OfType<string>()).ToList();
            await DropAsync([.. answers.All(field.Name).Except(kept)], draft.Id, cancellation);
            foreach (var file in sent.Files.GetFiles(field.Name).Where(f => f.Length > 0 || f.FileName.Length > 0))
            {
                if (kept.Count >= (field.Max ?? 1))
                {
                    errors.Add(new(field.Name, field.Label, Words.Fill(UploadsTexts.TooManyFiles, field.Max ?? 1, field.Label)));
                    break;
                }
                await using var content = file.OpenReadStream();
                var verdict = await gate.AdmitAsync(file.FileName, content, field.Type, cancellation);
                if (verdict.File is { } clean)
                    kept.Add(Keep(clean, field.Name, u => u.DraftId = draft.Id));
                else
                    errors.Add(new(field.Name, field.Label, verdict.Problem!));
            }
            answers = kept.Count == 0 ? answers.Without(field.Name) : answers.With(field.Name, [.. kept]);
        }
        return (answers, errors.ToImmutable());
    }

    /// <summary>Adds a cleaned file; the caller saves.</summary>
    public string Keep(CleanFile file, string? field, Action<UploadRow> owner)
    {
        var row = new UploadRow
        {
            Key = file.Key,
            Name = file.Name,
            ContentType = file.ContentType,
            Length = file.Bytes.Length,
            Field = field,
            At = clock.GetCurrentInstant(),
        };
        owner(row);
        db.Uploads.Add(row);
        db.UploadContents.Add(new() { Key = file.Key, Bytes = file.Bytes });
        return file.Key;
    }

    public async Task<ImmutableDictionary<string, UploadInfo>> OfDraftAsync(long draft, CancellationToken cancellation) =>
        await InfosAsync(db.Uploads.Where(u => u.DraftId == draft), cancellation);

    public async Task<ImmutableDictionary<string, UploadInfo>> OfRequestAsync(long request, CancellationToken cancellation) =>
        await InfosAsync(db.Uploads.Where(u => u.RequestId == request), cancellation);

    /// <summary>A file of that request or draft, or null: a key alone opens nothing.</summary>
    public async Task<UploadFile?> ReadAsync(string key, long? request, long? draft, CancellationToken cancellation)
    {
        var row = await db.Uploads.AsNoTracking()
            .FirstOrDefaultAsync(u => u.Key == key && ((request != null && u.RequestId == request) || (draft != null && u.DraftId == draft)), cancellation);
        if (row is null)
            return null;
        var content = await db.UploadContents.AsNoTracking().FirstAsync(c => c.Key == key, cancellation);
        return new(row.Name, row.ContentType, content.Bytes);
    }

    private async Task DropAsync(string[] keys, long draft, CancellationToken cancellation)
    {
        if (keys.Length == 0)
            return;
        var mine = await db.Uploads.Where(u => u.DraftId == draft && keys.Contains(u.Key)).ToListAsync(cancellation);
        db.Uploads.RemoveRange(mine);
    }

    private static async Task<ImmutableDictionary<string, UploadInfo>> InfosAsync(IQueryable<UploadRow> rows, CancellationToken cancellation) =>
        (await rows.AsNoTracking().Select(u => new UploadInfo(u.Key, u.Name, u.ContentType, u.Length)).ToListAsync(cancellation))
            .ToImmutableDictionary(u => u.Key, StringComparer.Ordinal);
}
