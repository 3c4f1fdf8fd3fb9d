using System.Collections.Immutable;
using SiteFactory.Theming.Brand;

namespace SiteFactory.Portal.Territory;

/// <summary>One body that handles requests: a commune, or the métropole.</summary>
/// <param name="Key">Its site's key.</param>
/// <param name="Insee">Null for the métropole.</param>
/// <param name="Email">Where notices to its agents go; null: nowhere.</param>
/// <param name="Url">Its public site.</param>
public sealed record PortalBody(string Key, string Name, string? Insee, bool IsMetropole, string? Email, string? Url)
{
    /// <summary>The body as the subject of a sentence: "la commune de Vany", "Metz Métropole".</summary>
    public string Called => IsMetropole ? Name : FrenchNames.Commune(Name);
}

/// <summary>What the portal needs to know of the territory, at one moment.</summary>
/// <param name="DataProtectionEmail">Whom citizens write to about their data.</param>
public sealed record PortalTerritory(
    string Name, string TimeZone, BrandTokens Brand, string? DataProtectionName, string? DataProtectionEmail, ImmutableArray<PortalBody> Bodies, ImmutableArray<KnownPlace> Places)
{
    public IEnumerable<PortalBody> Communes => Bodies.Where(b => !b.IsMetropole);

    public PortalBody? Metropole => Bodies.FirstOrDefault(b => b.IsMetropole);

    public PortalBody? Body(string? key) => Bodies.FirstOrDefault(b => b.Key == key);

    public PortalBody? ByInsee(string? insee) => insee is null ? null : Bodies.FirstOrDefault(b => b.Insee == insee);

    /// <summary>The name of a body by its key, or null.</summary>
    public string? NameOf(string key) => Body(key)?.Name;
}

/// <summary>A place whose address is known on the spot, for the search of addresses without any other server.</summary>
/// <param name="Commune">A body's key.</param>
public sealed record KnownPlace(string Label, string Commune, double? Latitude, double? Longitude);

/// <summary>Where the portal's host keeps the territory.</summary>
public interface IPortalTerritory
{
    /// <summary>The territory as it is now.</summary>
    ValueTask<PortalTerritory> CurrentAsync(CancellationToken cancellation);
}

/// <summary>An agent, as the host signed them in.</summary>
/// <param name="Bodies">Keys of the bodies whose requests they handle.</param>
/// <param name="IsAdministrator">Whether they may export and erase a person's data and change the referential of their bodies.</param>
public sealed record PortalAgent(string Id, string Name, ImmutableHashSet<string> Bodies, bool IsAdministrator);
