using System.Globalization;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Generator.Plan.Everyday;

/// <summary>Anchors made of titles: the second of the same title gets a number.</summary>
internal sealed class UniqueKeys
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public string Of(string title)
    {
        var key = Slug.From(title);
        var count = _counts[key] = _counts.GetValueOrDefault(key) + 1;
        return count == 1 ? key : string.Create(CultureInfo.InvariantCulture, $"{key}-{count}");
    }
}
