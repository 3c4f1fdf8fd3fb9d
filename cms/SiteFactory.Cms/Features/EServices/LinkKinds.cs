using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>A kind of service that a commune adds, as people speak of it.</summary>
/// <param name="Key">Names its texts and stands in addresses.</param>
/// <param name="LifeEvents">The moments of life that it is found by, to start with.</param>
public sealed record LinkKind(string Key, EServiceKind Kind, EServiceAccess? Access, ImmutableArray<string> LifeEvents, string Icon);

/// <summary>The kinds, in the order in which they are offered.</summary>
public static class LinkKinds
{
    public static ImmutableArray<LinkKind> All { get; } =
    [
        new("paiement", EServiceKind.PayFip, null, ["paiement"], "euro"),
        new("demarches-simplifiees", EServiceKind.DemarchesSimplifiees, EServiceAccess.SignIn, [], "paper"),
        new("urbanisme", EServiceKind.Link, EServiceAccess.SignIn, ["travaux"], "permit"),
        new("rendez-vous", EServiceKind.Link, EServiceAccess.Online, ["papiers"], "calendar"),
        new("reservation", EServiceKind.Link, EServiceAccess.Online, ["fete"], "key"),
        new("famille", EServiceKind.Link, EServiceAccess.SignIn, ["ecole"], "child"),
        new("lien", EServiceKind.Link, EServiceAccess.Online, [], "document"),
        new("guichet", EServiceKind.Link, EServiceAccess.Paper, [], "paper"),
    ];

    /// <summary>The kind of that key; null: there is none.</summary>
    public static LinkKind? Find(string? key) => All.FirstOrDefault(k => k.Key == key);
}
