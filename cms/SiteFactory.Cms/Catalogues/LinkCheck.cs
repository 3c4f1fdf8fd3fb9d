using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.EServices.Http;

namespace SiteFactory.Cms.Catalogues;

/// <summary>Looks whether the declared links answer, a few at a time, one after the other, and keeps what it found with its date.</summary>
public sealed class LinkCheck(IServiceScopeFactory scopes, ILinkProbe probe, IClock clock)
{
    private const int MostAtOnce = 40;
    private const int EnoughToTell = 3;

    /// <summary>Looks at the links that were not looked at for that long, the longest forgotten first; forgets those that nobody declares any more.</summary>
    public async Task RunAsync(Duration age, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var declared = await DeclaredLinks.AllAsync(database, cancellation);
        var rows = await database.Links.ToDictionaryAsync(l => l.Address, StringComparer.Ordinal, cancellation);
        database.Links.RemoveRange(rows.Values.Where(r => !declared.Contains(r.Address)));
        await TrySaveAsync(database, cancellation);
        var due = declared.Where(a => rows.GetValueOrDefault(a) is not { } row || clock.GetCurrentInstant() - row.CheckedAt >= age)
            .OrderBy(a => rows.GetValueOrDefault(a)?.CheckedAt ?? Instant.MinValue).Take(MostAtOnce).ToList();
        var found = new List<(string Address, LinkProblem? Problem)>();
        foreach (var address in due)
            found.Add((address, await probe.ProbeAsync(new(address), cancellation)));
        // Who reaches nobody at all is cut off itself: that says nothing of the links.
        var isCutOff = found.Count >= EnoughToTell && found.TrueForAll(f => f.Problem is LinkProblem.Down or LinkProblem.Slow);
        foreach (var (address, problem) in found)
            Note(database, rows.GetValueOrDefault(address), address, isCutOff ? null : problem);
        await TrySaveAsync(database, cancellation);
    }

    /// <summary>Looks at one link now.</summary>
    public async Task<LinkProblem?> LookAsync(string address, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var problem = await probe.ProbeAsync(new(address), cancellation);
        Note(database, await database.Links.FirstOrDefaultAsync(l => l.Address == address, cancellation), address, problem);
        await TrySaveAsync(database, cancellation);
        return problem;
    }

    private void Note(CmsDbContext database, LinkRecord? row, string address, LinkProblem? problem)
    {
        var now = clock.GetCurrentInstant();
        if (row is null)
            database.Links.Add(row = new() { Address = address });
        row.CheckedAt = now;
        row.ProblemSince = problem is null ? null : row.ProblemSince ?? now;
        row.Problem = problem?.ToString();
    }

    // Another process may have looked at the same moment: what it found is as good.
    private static async Task TrySaveAsync(CmsDbContext database, CancellationToken cancellation)
    {
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
        }
    }
}
