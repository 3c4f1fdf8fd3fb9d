using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;

namespace SiteFactory.Cms.Editing;

/// <summary>The clock and the time zone in which the territory's people think.</summary>
public sealed class TerritoryTime(CmsDbContext database, IClock clock)
{
    private DateTimeZone? _zone;

    /// <summary>The moment.</summary>
    public Instant Now => clock.GetCurrentInstant();

    /// <summary>The territory's time zone.</summary>
    public async Task<DateTimeZone> ZoneAsync(CancellationToken cancellation) =>
        _zone ??= DateTimeZoneProviders.Tzdb[await database.Territories.AsNoTracking().Select(t => t.TimeZone).SingleOrDefaultAsync(cancellation) ?? "Europe/Paris"];
}
