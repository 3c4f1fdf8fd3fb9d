using System.Collections.Immutable;
using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Write.ServerConfiguration;

/// <summary>What a production server has to know.</summary>
/// <param name="Root">The output folder as the server sees it.</param>
/// <param name="Sites">One card a site.</param>
public sealed record ServerLayout(string Root, ImmutableArray<ReleaseCard> Sites)
{
    /// <summary>Domains that a site had before, with the one it has now.</summary>
    public ImmutableSortedDictionary<string, string> Moved { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The domain and, where there is one, its other name.</summary>
    public static IEnumerable<string> NamesOf(string domain) => OtherName(domain) is { } other ? [domain, other] : [domain];

    /// <summary>
    /// The same name with or without <c>www.</c>, which must lead to the site; null when the domain is deeper, as
    /// <c>services.example.org</c>.
    /// </summary>
    public static string? OtherName(string domain)
    {
        const string Www = "www.";
        if (domain.StartsWith(Www, StringComparison.Ordinal))
            return domain[Www.Length..];
        return domain.Count(c => c == '.') == 1 ? Www + domain : null;
    }
}
