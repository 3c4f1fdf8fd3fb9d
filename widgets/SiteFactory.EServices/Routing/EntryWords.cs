using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;

namespace SiteFactory.EServices.Routing;

/// <summary>Lays the words of one level over those of another.</summary>
internal static class EntryWords
{
    /// <summary>What the upper entry leaves open is the lower one's.</summary>
    public static EServiceEntry Over(this EServiceEntry? upper, EServiceEntry lower) => upper is null ? lower : lower with
    {
        Kind = upper.Kind == EServiceKind.Portal ? lower.Kind : upper.Kind,
        Portal = upper.Portal ?? lower.Portal,
        Id = upper.Id ?? lower.Id,
        Url = upper.Url ?? lower.Url,
        Title = upper.Title ?? lower.Title,
        Summary = upper.Summary ?? lower.Summary,
        Access = upper.Access ?? lower.Access,
        Category = upper.Category ?? lower.Category,
        LifeEvents = Over(upper.LifeEvents, lower.LifeEvents),
        HandledBy = upper.HandledBy ?? lower.HandledBy,
        Owner = upper.Owner ?? lower.Owner,
        ForWhom = upper.ForWhom ?? lower.ForWhom,
        Documents = Over(upper.Documents, lower.Documents),
        Cost = upper.Cost ?? lower.Cost,
        Delay = upper.Delay ?? lower.Delay,
        Office = upper.Office ?? lower.Office,
        Hours = Over(upper.Hours, lower.Hours),
        Keywords = [.. upper.Keywords.Union(lower.Keywords, StringComparer.Ordinal)],
        Icon = upper.Icon ?? lower.Icon,
    };

    /// <summary>A portal's own words as an entry.</summary>
    public static EServiceEntry Of(PortalService service) => new(service.Key)
    {
        Url = service.Url,
        Title = service.Title,
        Summary = service.Description,
        Category = service.Category,
        Keywords = service.Keywords,
        Access = service.NeedsSignIn ? EServiceAccess.SignIn : null,
    };

    private static ImmutableArray<string> Over(ImmutableArray<string> upper, ImmutableArray<string> lower) => upper.IsDefaultOrEmpty ? lower : upper;
}
