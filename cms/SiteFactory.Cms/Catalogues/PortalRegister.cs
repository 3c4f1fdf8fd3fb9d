using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Catalogues;

/// <summary>
/// Adds portals to the territory's list. The list is the territory's and a request for a site cannot write it, so that this one change
/// has a transaction of its own: it adds, and changes nothing that is there.
/// </summary>
public sealed class PortalRegister(IServiceScopeFactory scopes, CurrentPerson person, IPublicationSignal signal, IClock clock)
{
    private const int Attempts = 3;

    /// <summary>Adds a portal, or finds the one that has this address already.</summary>
    /// <param name="portal">Its key is a wish: a number is added when another portal has it.</param>
    /// <param name="siteKey">For whom, in the journal; null: the territory.</param>
    /// <returns>The portal's key.</returns>
    public async Task<string> AddAsync(PortalDeclaration portal, string? siteKey, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAddAsync(portal, siteKey, cancellation);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Somebody changed the territory at this very moment: their change stands, and this one is made on top of it.
            }
        }
    }

    private async Task<string> TryAddAsync(PortalDeclaration wished, string? siteKey, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var record = await database.Territories.FirstAsync(t => t.Id == TerritoryRecord.OnlyId, cancellation);
        var territory = FormatText.ReadTerritory(record.Text).Value ?? throw new InvalidOperationException("The territory's settings cannot be read.");
        if (territory.Portals.FirstOrDefault(p => Same(p.Url, wished.Url)) is { } known)
            return known.Key;
        var portal = wished with { Key = Free(wished.Key, territory) };
        var text = FormatText.WriteTerritory(territory with { Portals = [.. territory.Portals, portal] });
        if (!FormatText.ReadTerritory(text).IsGood)
            throw new InvalidOperationException("The portal cannot be written.");
        var now = clock.GetCurrentInstant();
        (record.Text, record.UpdatedAt) = (text, now);
        record.Version++;
        database.Outbox.Add(new() { At = now, Subject = portal.Label ?? portal.Key, PersonName = person.Name, Paths = "territory.yaml" });
        database.Audit.Add(new() { At = now, PersonId = person.Person?.Id, PersonName = person.Name, SiteKey = siteKey, Action = "portal-added", Target = $"{portal.Label} ({portal.Url})" });
        await database.SaveChangesAsync(cancellation);
        signal.Wake();
        return portal.Key;
    }

    private static bool Same(string? a, string? b) => a is not null && b is not null && string.Equals(a.TrimEnd('/'), b.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string Free(string wish, Territory territory)
    {
        var taken = territory.Portals.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(i => i == 1 ? wish : wish + "-" + i.ToString(CultureInfo.InvariantCulture)).First(k => !taken.Contains(k));
    }
}
