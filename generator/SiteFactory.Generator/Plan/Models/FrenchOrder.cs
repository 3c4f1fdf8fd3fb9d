using SiteFactory.Content.Slugs;

namespace SiteFactory.Generator.Plan.Models;

/// <summary>Alphabetical order in which "École" stands between "Église" and "Eau", the same on every machine.</summary>
internal sealed class FrenchOrder : IComparer<string>
{
    public static FrenchOrder Comparer { get; } = new();

    public int Compare(string? x, string? y)
    {
        var letters = string.CompareOrdinal(Slug.From(x ?? ""), Slug.From(y ?? ""));
        return letters != 0 ? letters : string.CompareOrdinal(x, y);
    }
}
