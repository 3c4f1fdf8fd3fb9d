using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Content.Starter;

/// <summary>What a new site's first content is made from.</summary>
/// <param name="Key">The site's key: its folder's name.</param>
/// <param name="Centre">Where the town hall stands; null when not known yet.</param>
public sealed record CommuneFacts(
    string Key,
    CommuneName Name,
    string Insee,
    string? Siren,
    int? Population,
    ImmutableArray<string> PostalCodes,
    string Domain,
    GeoPoint? Centre)
{
    /// <summary>The facts of an official commune; the domain is <c>www.&lt;key&gt;.fr</c> unless another is given.</summary>
    public static CommuneFacts From(OfficialCommune commune, string? domain = null, GeoPoint? centre = null)
    {
        var key = Slug.From(commune.Name);
        return new(
            key,
            new(commune.Name, commune.NameStart),
            commune.Insee,
            commune.Siren,
            commune.Population,
            commune.PostalCodes.IsDefault ? [] : commune.PostalCodes,
            domain ?? $"www.{key}.fr",
            centre);
    }
}
