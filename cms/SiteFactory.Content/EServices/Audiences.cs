using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SiteFactory.Content.EServices;

/// <summary>Whom services are for. Nobody types it: it follows from the moments of life that a service is found by.</summary>
public static class Audiences
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Moments = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
    {
        ["familles"] = ["naissance", "ecole", "couple"],
        ["aines"] = ["aine", "aide"],
        ["nouveaux-habitants"] = ["demenagement", "papiers", "vote"],
        ["associations"] = ["fete", "participer"],
        ["entreprises"] = ["activite", "travaux"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Their keys, as content writes them, in the order in which they are offered.</summary>
    public static ImmutableArray<string> Keys { get; } = ["familles", "aines", "nouveaux-habitants", "associations", "entreprises"];

    /// <summary>Whether a service of these moments of life (<see cref="LifeEvents"/>) concerns an audience; none, when the audience is unknown.</summary>
    public static bool Concerns(string audience, IEnumerable<string> lifeEvents) =>
        Moments.TryGetValue(audience, out var moments) && lifeEvents.Any(moments.Contains);
}
