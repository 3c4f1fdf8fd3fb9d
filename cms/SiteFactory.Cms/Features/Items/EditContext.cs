using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Items;

/// <summary>A site by its name.</summary>
public sealed record NamedSite(string Key, string Name);

/// <summary>What forms need to know of the world: clock, vocabulary, sites, and what the person may do.</summary>
/// <param name="Sites">The other sites of the territory, by name.</param>
public sealed record EditContext(DateTimeZone Zone, Instant Now, Territory Territory, Site Site, IReadOnlyList<NamedSite> Sites, bool MayWrite, bool MayPublish)
{
    /// <summary>Today, on the territory's clocks.</summary>
    public LocalDate Today => Now.InZone(Zone).Date;
}

/// <summary>Reads it from the database, once for a request.</summary>
public sealed class EditContexts(CmsDbContext database, TerritoryTime time, KnownSettings settings, CurrentSite site, CurrentPerson person)
{
    private EditContext? _context;

    /// <summary>For the site and person of the request.</summary>
    public async Task<EditContext> GetAsync(CancellationToken cancellation)
    {
        if (_context is not null)
            return _context;
        var record = site.Record!;
        var text = await database.Territories.AsNoTracking().Select(t => t.Text).SingleAsync(cancellation);
        var sites = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null && s.Key != record.Key).OrderBy(s => s.Name).Select(s => new NamedSite(s.Key, s.Name)).ToListAsync(cancellation);
        return _context = new(
            await time.ZoneAsync(cancellation),
            time.Now,
            settings.Territory(text),
            settings.Site(record.Key, record.Text),
            sites,
            person.Rights.Allow(record.Key, record.Kind, SiteRight.Write),
            person.Rights.Allow(record.Key, record.Kind, SiteRight.Publish));
    }
}
