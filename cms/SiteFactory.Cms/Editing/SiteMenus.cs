using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing;

/// <summary>Writes a site's menu: in its settings, public at once.</summary>
public sealed class SiteMenus(CmsDbContext database, CurrentSite site, TerritoryTime time, ChangeLog log)
{
    /// <summary>Replaces the menu.</summary>
    /// <param name="menu">Null: the tree of pages is the menu.</param>
    /// <param name="fromVersion">The version of the settings that the author started from.</param>
    /// <returns>False when the settings were changed meanwhile: nothing was written.</returns>
    public async Task<bool> SaveAsync(ImmutableArray<NavigationEntry>? menu, long fromVersion, CancellationToken cancellation)
    {
        var record = await database.Sites.FirstAsync(s => s.Key == site.Key, cancellation);
        if (record.Version != fromVersion || FormatText.ReadSite(site.Key, record.Text).Value is not { } settings)
            return false;
        record.Text = FormatText.WriteSite(settings with { Navigation = menu });
        record.UpdatedAt = time.Now;
        record.Version++;
        log.Announce(site.Key, record.Name, null, $"{site.Key}/site.yaml");
        log.Journal("menu-saved", site.Key, record.Name);
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return false;
        }
        log.Committed();
        return true;
    }
}
