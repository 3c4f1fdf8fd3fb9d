using SiteFactory.Content.Model;
using SiteFactory.Theming.Brand;

namespace SiteFactory.Portal.Territory;

/// <summary>Makes the portal's view of the territory from its content.</summary>
public static class SnapshotTerritory
{
    private static readonly Color Blue = new(0, 0x3d, 0x7c);

    /// <param name="url">The public address of a site.</param>
    public static PortalTerritory From(TerritorySnapshot snapshot, Func<Site, string> url)
    {
        var brand = BrandCheck.Check(
            Color.Parse(snapshot.Territory.Brand.Primary) ?? Blue, Color.Parse(snapshot.Territory.Brand.Accent) ?? Blue).Tokens;
        var protection = snapshot.Territory.Legal?.DataProtection;
        return new(
            snapshot.Territory.Name,
            snapshot.Territory.TimeZone,
            brand,
            protection?.Name,
            protection?.Email,
            [.. snapshot.Sites.Values.Select(s => Body(s.Site, url)).OrderBy(b => b.Name, StringComparer.InvariantCulture)],
            [.. snapshot.Sites.Values.SelectMany(Places)]);
    }

    private static PortalBody Body(Site site, Func<Site, string> url) =>
        new(site.Key, site.Name, site.Insee, site.Kind == SiteKind.Metropole, site.Contact?.Email, url(site));

    private static IEnumerable<KnownPlace> Places(SiteContent site) => site.Directory
        .Select(e => new KnownPlace(Label(e), site.Site.Key, e.Geo?.Latitude, e.Geo?.Longitude));

    private static string Label(DirectoryEntry entry) =>
        string.Join(", ", new[] { entry.Title, entry.Address, entry.City }.Where(p => !string.IsNullOrWhiteSpace(p)));
}
