using System.Collections.Immutable;
using SiteFactory.Content.FolderFormat.Reading;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Content.Starter;

/// <summary>Why a site cannot be made.</summary>
public enum NewCommuneRefusal
{
    /// <summary>Not in the official list; <see cref="NewCommune.Near"/> may say what was meant.</summary>
    UnknownCode,

    /// <summary>The territory has a site of this commune, or a folder of this name.</summary>
    AlreadyThere,

    /// <summary>Another site has the domain.</summary>
    DomainTaken,

    /// <summary>Not a domain name.</summary>
    BadDomain,
}

/// <summary>A site to be made from an INSEE code, or the reason why it cannot.</summary>
/// <param name="Facts">What to expand the starter set with; null when refused.</param>
/// <param name="Near">For a code that is not official: what may have been meant.</param>
/// <param name="Existing">The key of the site that is in the way.</param>
public sealed record NewCommune(CommuneFacts? Facts, NewCommuneRefusal? Refusal, ImmutableArray<OfficialCommune> Near, string? Existing)
{
    /// <summary>Decides without writing anything.</summary>
    /// <param name="snapshot">The territory; null when it is empty.</param>
    /// <param name="folders">Names of folders that stand in the content folder, also of sites that cannot be read.</param>
    public static NewCommune Plan(
        OfficialCommunes official, string insee, string? domain, GeoPoint? centre, TerritorySnapshot? snapshot, IEnumerable<string> folders)
    {
        if (official.Find(insee) is not { } commune)
            return new(null, NewCommuneRefusal.UnknownCode, official.Near(insee), null);
        var facts = CommuneFacts.From(commune, domain, centre);
        var sites = snapshot?.Sites.Values.Select(s => s.Site).ToList() ?? [];
        if (sites.Find(s => s.Insee == insee)?.Key is { } same)
            return Refuse(NewCommuneRefusal.AlreadyThere, same);
        if (folders.Any(f => Slug.From(f) == facts.Key))
            return Refuse(NewCommuneRefusal.AlreadyThere, facts.Key);
        if (!Syntax.IsDomain(facts.Domain))
            return Refuse(NewCommuneRefusal.BadDomain, null);
        return sites.Find(s => s.Domain == facts.Domain)?.Key is { } owner
            ? Refuse(NewCommuneRefusal.DomainTaken, owner)
            : new(facts, null, [], null);
    }

    private static NewCommune Refuse(NewCommuneRefusal refusal, string? existing) => new(null, refusal, [], existing);
}
