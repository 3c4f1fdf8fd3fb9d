using System.Collections.Immutable;

namespace SiteFactory.Content.EServices;

/// <summary>Whom services are for. Nobody types it: it follows from the moments of life that a service is found by.</summary>
public static class Audiences
{
    private static readonly ImmutableArray<(string Key, ImmutableArray<string> Moments)> All =
    [
        ("familles", ["naissance", "ecole", "couple"]),
        ("aines", ["aine", "aide"]),
        ("nouveaux-habitants", ["demenagement", "papiers", "vote"]),
        ("associations", ["fete", "participer"]),
        ("entreprises", ["activite", "travaux"]),
    ];

    /// <summary>Their keys, as content writes them, in the order in which they are offered.</summary>
    public static ImmutableArray<string> Keys { get; } = [.. All.Select(a => a.Key)];

    /// <summary>Whether a service of these moments of life (<see cref="LifeEvents"/>) concerns an audience; none concerns an unknown one.</summary>
    public static bool Concerns(string audience, IEnumerable<string> lifeEvents) =>
        All.FirstOrDefault(a => a.Key == audience) is { Moments: { IsDefault: false } moments } && lifeEvents.Any(moments.Contains);
}
