using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Links;

namespace SiteFactory.Cms.Catalogues;

/// <summary>The addresses that sites and territory declare themselves; a portal's own are the portal's to keep.</summary>
internal static class DeclaredLinks
{
    /// <summary>All of the territory, each once.</summary>
    public static async Task<IReadOnlyList<string>> AllAsync(CmsDbContext database, CancellationToken cancellation)
    {
        var sites = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).Select(s => new { s.Key, s.Text }).ToListAsync(cancellation);
        var territory = await database.Territories.AsNoTracking().Where(t => t.Id == TerritoryRecord.OnlyId).Select(t => t.Text).FirstOrDefaultAsync(cancellation) ?? "";
        var entries = sites.SelectMany(s => FormatText.ReadSite(s.Key, s.Text).Value?.EServices.Services ?? [])
            .Concat(FormatText.ReadTerritory(territory).Value?.EServices.Services ?? []);
        return [.. entries.Select(Address).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The address that is looked at; null when there is none.</summary>
    public static string? Address(EServiceEntry entry) =>
        LinkAddresses.Of(entry) is { Length: <= LinkRecord.Longest } address ? address : null;
}
