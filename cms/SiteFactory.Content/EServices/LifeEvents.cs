using System.Collections.Frozen;
using System.Collections.Immutable;
using SiteFactory.Content.Texts;

namespace SiteFactory.Content.EServices;

/// <summary>A moment of life that brings people to a town hall, in their own words: "Je déménage".</summary>
public sealed record LifeEvent(string Key, string Label);

/// <summary>The closed list of moments that services are found by, in the order in which pages show them.</summary>
public static class LifeEvents
{
    private static readonly TextResource Texts = new("SiteFactory.Content.EServices.LifeEventTexts");

    /// <summary>All of them.</summary>
    public static ImmutableArray<LifeEvent> All { get; } =
    [
        .. ((string[])
        [
            "demenagement",
            "naissance",
            "ecole",
            "papiers",
            "couple",
            "travaux",
            "objets",
            "rue",
            "paiement",
            "vote",
            "participer",
            "fete",
            "aide",
            "aine",
            "deces",
            "activite",
        ]).Select(k => new LifeEvent(k, Texts[k])),
    ];

    /// <summary>Their keys, as content writes them.</summary>
    public static FrozenSet<string> Keys { get; } = All.Select(e => e.Key).ToFrozenSet(StringComparer.Ordinal);
}
