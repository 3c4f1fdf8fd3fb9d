using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Content;

namespace SiteFactory.Cms.Data;

/// <summary>Refuses to write a row of another site than the one that a context is restricted to.</summary>
internal static class TenantGuard
{
    public static void Check(CmsDbContext context)
    {
        if (context.Tenant is not { } tenant)
            return;
        foreach (var entry in context.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (OwnerOf(entry.Entity) is { } owner && owner != tenant)
                throw new ForeignSiteException(tenant, owner);
        }
    }

    private static string? OwnerOf(object row) => row switch
    {
        IOwnedBySite owned => owned.SiteKey,
        SiteRecord site => site.Key,
        DataFileRecord file => file.SiteKey ?? "",
        TerritoryRecord => "",
        _ => null,
    };
}

/// <summary>A feature tried to write a row of another site: a programming error, stopped before it reached the database.</summary>
public sealed class ForeignSiteException(string tenant, string owner)
    : InvalidOperationException($"A request for '{tenant}' tried to write a row of '{owner}'.");
