using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Requests;

/// <summary>What an agent may look for.</summary>
/// <param name="Open">True: only what is not closed.</param>
/// <param name="Text">Words of the summary, the place, the name or the reference.</param>
public sealed record DeskFilter(
    string? Body = null, string? Commune = null, string? Category = null, RequestStatus? Status = null, bool Open = false, string? AssignedTo = null,
    string? Text = null, int Page = 1)
{
    /// <summary>Forms whose requests are left out, unless a category is asked for.</summary>
    public ImmutableArray<string> Without { get; init; } = [];
}

/// <summary>A request in a list.</summary>
public sealed record DeskLine(
    long Id, string Reference, string Title, string Category, string? Commune, string Body, string? Place, string? Summary, string? Citizen, RequestStatus Status,
    string? AssignedName, Instant ReceivedAt, Instant UpdatedAt);

/// <summary>One page of a list.</summary>
public sealed record DeskPage(ImmutableArray<DeskLine> Lines, int Total, int Page, int Pages);

/// <summary>A request before an agent.</summary>
public sealed record DeskRequest(
    DeskLine Line, string BodyKey, string? CommuneKey, string? Email, string? Phone, double? Latitude, double? Longitude, string Channel, Instant PurgeAt, bool IsErased,
    int Version, string? AssignedTo, ImmutableArray<AnswerLine> Answers, ImmutableDictionary<string, UploadInfo> Uploads, ImmutableArray<ThreadLine> Thread);

/// <summary>
/// An agent's view of requests. <see cref="Mine"/> is the one place where it is decided which requests an agent reaches: those
/// that a body of theirs handles now. Everything that agents read or change goes through it.
/// </summary>
public sealed class AgentDesk
{
    private const int PageSize = 25;

    private readonly PortalDbContext _db;
    private readonly IPortalTerritory _territory;
    private readonly RequestViews _views;
    private readonly UploadStore _uploads;

    internal AgentDesk(PortalDbContext db, IPortalTerritory territory, RequestViews views, UploadStore uploads) =>
        (_db, _territory, _views, _uploads) = (db, territory, views, uploads);

    internal static IQueryable<RequestRow> Mine(PortalDbContext db, PortalAgent agent)
    {
        var bodies = agent.Bodies.ToList();
        return db.Requests.Where(r => bodies.Contains(r.Body));
    }

    public async Task<DeskPage> ListAsync(PortalAgent agent, DeskFilter filter, CancellationToken cancellation)
    {
        var found = DeskFilters.Apply(Mine(_db, agent).AsNoTracking(), filter);
        var total = await found.CountAsync(cancellation);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await found.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        var now = await _territory.CurrentAsync(cancellation);
        return new([.. rows.Select(r => Line(r, now))], total, page, pages);
    }

    /// <summary>How many requests of the agent's bodies wait to be read.</summary>
    public Task<int> NewAsync(PortalAgent agent, CancellationToken cancellation) =>
        Mine(_db, agent).CountAsync(r => r.Status == RequestStatus.Received, cancellation);

    /// <summary>A request of the agent's bodies, or null: another body's is as if it were not there.</summary>
    public async Task<DeskRequest?> FindAsync(PortalAgent agent, long id, CancellationToken cancellation)
    {
        if (await Mine(_db, agent).AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellation) is not { } row)
            return null;
        var now = await _territory.CurrentAsync(cancellation);
        var uploads = await _views.UploadsAsync(row.Id, cancellation);
        return new(
            Line(row, now), row.Body, row.Commune, row.Email, row.Phone, row.Latitude, row.Longitude, row.Channel, row.PurgeAt, row.ErasedAt is not null, row.Version, row.AssignedTo,
            _views.Lines(row, now), uploads.ToImmutableDictionary(u => u.Key, u => new UploadInfo(u.Key, u.Name, u.ContentType, u.Length), StringComparer.Ordinal),
            await _views.ThreadAsync(row, uploads, forAgents: true, cancellation));
    }

    /// <summary>A file of a request that the agent reaches, or null.</summary>
    public async Task<UploadFile?> FileAsync(PortalAgent agent, long id, string key, CancellationToken cancellation) =>
        await Mine(_db, agent).AnyAsync(r => r.Id == id, cancellation) ? await _uploads.ReadAsync(key, id, null, cancellation) : null;

    internal static DeskLine Line(RequestRow r, PortalTerritory now) => new(
        r.Id, RequestViews.Reference(r), r.FormTitle, r.CategoryLabel, r.Commune is null ? null : now.NameOf(r.Commune), now.NameOf(r.Body) ?? r.Body, r.Place, r.Summary,
        string.Join(' ', new[] { r.FirstName, r.LastName }.OfType<string>()) is { Length: > 0 } name ? name : null, r.Status, r.AssignedName, r.ReceivedAt, r.UpdatedAt);
}
