using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan;

/// <summary>A list cut into pages.</summary>
internal static class Paging
{
    /// <summary>Each page's items with its pager; an empty list has one empty page.</summary>
    public static IEnumerable<(ImmutableArray<T> Items, Pager Pager)> Pages<T>(ImmutableArray<T> all, int size, string list)
    {
        var total = Math.Max(1, (all.Length + size - 1) / size);
        var links = Enumerable.Range(1, total).Select(n => new Link(n.ToString(CultureInfo.InvariantCulture), Addresses.ListPage(list, n))).ToImmutableArray();
        for (var number = 1; number <= total; number++)
        {
            var start = (number - 1) * size;
            yield return (
                all.Slice(start, Math.Min(size, all.Length - start)),
                new(number, total, number > 1 ? links[number - 2].Href : null, number < total ? links[number].Href : null, links));
        }
    }
}
