using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Hosting;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;
using SiteFactory.EServices.Publik;

namespace SiteFactory.Cms.Catalogues;

/// <summary>
/// Asks portals what they offer, keeps the answers in the database, and has the sites built anew when an answer is another one. Several
/// processes may do it at once: who comes second finds that the portal was just asked.
/// </summary>
public sealed class CatalogueRefresh(IServiceScopeFactory scopes, IPortalTransport transport, IPublicationSignal signal, IClock clock, TimeProvider time, IOptions<CmsOptions> options, ILogger<CatalogueRefresh> logger)
{
    // A portal that was down for a moment is not left alone for long.
    private static readonly Duration AfterProblem = Duration.FromMinutes(5);

    // One that never answered has no copy that could serve meanwhile: it is asked whenever the watch looks, once a minute.
    private static readonly Duration NeverRead = Duration.FromSeconds(50);

    // While a program that has just started builds its first sites, the portal in the box, which is a part of it, takes its time.
    private static readonly PortalLimits First = PortalLimits.Default with { Total = TimeSpan.FromSeconds(20) };

    private const string Author = "SiteFactory";

    /// <summary>Asks the portals that were not asked for that long.</summary>
    /// <param name="portal">Only this one; null: all.</param>
    public async Task RunAsync(Duration age, string? portal, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        if (await TerritoryAsync(database, cancellation) is not { } territory)
            return;
        var rows = await database.Catalogues.ToDictionaryAsync(c => c.Portal, StringComparer.Ordinal, cancellation);
        var due = territory.Portals.Where(p => portal is null || p.Key == portal).Where(p => IsReadable(p) && IsDue(rows.GetValueOrDefault(p.Key), age)).DistinctBy(p => p.Key).ToList();
        foreach (var declaration in due)
            await AskAsync(declaration, territory, cancellation);
    }

    private static bool IsReadable(PortalDeclaration portal) => portal.Kind != "links" && portal.Url is not null;

    private bool IsDue(CatalogueRecord? row, Duration age) =>
        row is null || clock.GetCurrentInstant() - row.AskedAt >= row switch
        {
            { Problem: null } => age,
            { Text: null } => Duration.Min(age, NeverRead),
            _ => Duration.Min(age, AfterProblem),
        };

    private static async Task<Territory?> TerritoryAsync(CmsDbContext database, CancellationToken cancellation) =>
        await database.Territories.AsNoTracking().Where(t => t.Id == TerritoryRecord.OnlyId).Select(t => t.Text).FirstOrDefaultAsync(cancellation) is { } text ? FormatText.ReadTerritory(text).Value : null;

    private async Task AskAsync(PortalDeclaration portal, Territory territory, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        if (await ClaimAsync(database, portal.Key, cancellation) is not { } row)
            return;
        var copy = new Copy(KnownCatalogues.Of(row));
        var reader = new CatalogueReader(transport, copy, row.Text is null ? First : PortalLimits.Default);
        var reading = await reader.ReadAsync(territory with { Portals = [portal] }, Signing, cancellation);
        Note(row, copy.Kept, reading.Problems.TryGetValue(portal.Key, out var problem) ? problem : null);
        if (copy.Kept is { } catalogue)
            Keep(database, row, portal, catalogue);
        await database.SaveChangesAsync(cancellation);
        signal.Wake();
        if (row.Problem is not null)
            logger.LogInformation("The portal {Portal} gave no good answer: {Problem}.", portal.Key, row.Problem);
    }

    /// <summary>Takes the portal for this process; null when another one has just taken it.</summary>
    private async Task<CatalogueRecord?> ClaimAsync(CmsDbContext database, string portal, CancellationToken cancellation)
    {
        var row = await database.Catalogues.FirstOrDefaultAsync(c => c.Portal == portal, cancellation);
        if (row is null)
            database.Catalogues.Add(row = new() { Portal = portal });
        row.AskedAt = clock.GetCurrentInstant();
        try
        {
            await database.SaveChangesAsync(cancellation);
            return row;
        }
        catch (DbUpdateException)
        {
            return null;
        }
    }

    private void Note(CatalogueRecord row, PortalCatalogue? kept, PortalProblem? problem)
    {
        var now = clock.GetCurrentInstant();
        if (kept is not null)
            row.ReadAt = now;
        row.ProblemSince = problem is null ? null : row.ProblemSince ?? now;
        row.Problem = problem?.ToString();
    }

    private void Keep(CmsDbContext database, CatalogueRecord row, PortalDeclaration portal, PortalCatalogue catalogue)
    {
        var text = Encoding.UTF8.GetString(CatalogueFile.Write(catalogue));
        if (row.Text == text)
            return;
        row.Text = text;
        // The territory's file did not change; whoever builds reads the catalogues with it.
        database.Outbox.Add(new() { At = clock.GetCurrentInstant(), Subject = CatalogueTexts.T.Format("Changed", portal.Label ?? portal.Key), PersonName = Author, Paths = "territory.yaml" });
    }

    private PublikSigning? Signing(PortalDeclaration portal) =>
        portal.Orig is { } orig && options.Value.PortalKeys.GetValueOrDefault(portal.Key) is { Length: > 0 } key ? new(orig, key, time) : null;

    /// <summary>The copy of one row, and what replaces it.</summary>
    private sealed class Copy(PortalCatalogue? before) : ICatalogueStore
    {
        public PortalCatalogue? Kept { get; private set; }

        public PortalCatalogue? Find(string portal) => before;

        public void Keep(PortalCatalogue catalogue) => Kept = catalogue;
    }
}
