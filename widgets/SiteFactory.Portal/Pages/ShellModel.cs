using NodaTime;
using SiteFactory.Portal.Territory;
using SiteFactory.Theming.French;

namespace SiteFactory.Portal.Pages;

/// <summary>What stands around every page.</summary>
/// <param name="From">The body whose site the citizen came from, or null.</param>
/// <param name="Manifest">The address of the page's own manifest.</param>
public sealed record ShellModel(PortalTerritory Territory, string Title, string? Description = null, PortalBody? From = null, string Manifest = "/manifest.webmanifest", bool HasErrors = false)
{
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Territory.TimeZone];

    /// <summary>A moment in the territory's time: "12 décembre 2026 à 9 h 30".</summary>
    public string Moment(Instant at)
    {
        var local = at.InZone(Zone).LocalDateTime;
        return $"{FrenchDates.Long(local.Date)} à {FrenchDates.Hour(local.TimeOfDay)}";
    }

    public string Day(Instant at) => FrenchDates.Long(at.InZone(Zone).Date);

    /// <summary>For machines: <c>2026-12-12T08:30:00Z</c>.</summary>
    public static string Iso(Instant at) => NodaTime.Text.InstantPattern.General.Format(at);
}
