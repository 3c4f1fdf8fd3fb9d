using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Dispatch;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Mail;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.Requests;

/// <summary>A request that was taken.</summary>
public sealed record Submitted(long Id, TrackingCode Code);

/// <summary>Makes a request of checked answers: in one transaction, dispatched, with its acknowledgement waiting to be sent.</summary>
public sealed class Submission(
    PortalDbContext db, Referential referential, IPortalTerritory territory, CodeSeal seal, NoticeWriter notices, IClock clock)
{
    /// <summary>Sends a form in one go, without a draft.</summary>
    /// <param name="channel"><c>publik</c> or <c>open311</c>.</param>
    public async Task<Submitted> SendAsync(FormDefinition form, Answers answers, string channel, CancellationToken cancellation)
    {
        var code = TrackingCode.Create();
        var row = await AddAsync(form, answers.Asked(form), code, channel, cancellation);
        await db.SaveChangesAsync(cancellation);
        await AcknowledgeAsync(row, code, cancellation);
        return new(row.Id, code);
    }

    /// <summary>Turns a draft into a request. Pressed twice, it sends once.</summary>
    internal async Task<Submitted> SendAsync(FormDefinition form, DraftRow draft, TrackingCode code, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var row = await AddAsync(form, Answers.FromJson(draft.AnswersJson).Asked(form), code, "web", cancellation);
            db.Drafts.Remove(draft);
            await db.SaveChangesAsync(cancellation);
            await db.Uploads.Where(u => u.DraftId == draft.Id)
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.DraftId, (long?)null).SetProperty(x => x.RequestId, row.Id), cancellation);
            await AcknowledgeAsync(row, code, cancellation);
            await transaction.CommitAsync(cancellation);
            return new(row.Id, code);
        }
        catch (DbUpdateException e)
        {
            db.ChangeTracker.Clear();
            var hash = code.Hash();
            var sent = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.CodeHash == hash, cancellation) ?? throw new InvalidOperationException("The draft changed while it was sent.", e);
            return new(sent.Id, code);
        }
    }

    private async Task<RequestRow> AddAsync(FormDefinition form, Answers answers, TrackingCode code, string channel, CancellationToken cancellation)
    {
        var place = await territory.CurrentAsync(cancellation);
        var now = clock.GetCurrentInstant();
        var (category, label, handler) = Dispatcher.Category(form, answers);
        var commune = Named(form, FieldType.Commune, answers) is { Length: > 0 } key && place.Body(key) is not null ? key : null;
        var where = form.PlaceField is { } field ? answers.One(field) : null;
        var row = new RequestRow
        {
            CodeHash = code.Hash(),
            CodeSealed = seal.Seal(code),
            FormSlug = form.Slug,
            FormTitle = form.Title,
            Category = category,
            CategoryLabel = label,
            Commune = commune,
            Body = await referential.DecideAsync(new(category, commune, where), handler, cancellation),
            Status = RequestStatus.Received,
            Summary = Shorten(Role(form, FieldRole.Summary, answers)),
            FirstName = Role(form, FieldRole.FirstName, answers),
            LastName = Role(form, FieldRole.LastName, answers),
            Email = Role(form, FieldRole.Email, answers)?.ToLowerInvariant(),
            Phone = Role(form, FieldRole.Phone, answers),
            Place = where is { Length: > 0 } ? where : null,
            Latitude = form.PlaceField is null ? null : Coordinates.Parse(answers.One(AnswerKeys.Latitude(form.PlaceField))),
            Longitude = form.PlaceField is null ? null : Coordinates.Parse(answers.One(AnswerKeys.Longitude(form.PlaceField))),
            AnswersJson = answers.ToJson(),
            Channel = channel,
            ReceivedAt = now,
            UpdatedAt = now,
            RetentionMonths = form.RetentionMonths,
            PurgeAt = Retention.End(now, form.RetentionMonths + Retention.OpenMonths),
        };
        row.Entries.Add(new() { At = now, Kind = EntryKind.Created, Author = EntryAuthor.Citizen, Status = RequestStatus.Received, Body = row.Body });
        db.Requests.Add(row);
        return row;
    }

    private async Task AcknowledgeAsync(RequestRow row, TrackingCode code, CancellationToken cancellation)
    {
        await notices.AcknowledgeAsync(row, code, cancellation);
        await notices.TellBodyAsync(row, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private static string? Role(FormDefinition form, FieldRole role, Answers answers) =>
        form.Fields.FirstOrDefault(f => f.Role == role) is { } field && answers.Has(field.Name) ? answers.One(field.Name) : null;

    private static string? Named(FormDefinition form, FieldType type, Answers answers) =>
        form.Fields.FirstOrDefault(f => f.Type == type) is { } field ? answers.One(field.Name) : null;

    private static string? Shorten(string? text) => text is { Length: > 300 } ? text[..299] + "…" : text;
}
