using System.Collections.Immutable;
using SiteFactory.Content.Faults;

namespace SiteFactory.Generator.Check;

/// <summary>All faults of a run, each told once, in an order that does not depend on who found it first.</summary>
internal static class FaultList
{
    /// <summary>A fault that reading found at its line is not told again by the scan of the finished page, which knows no lines.</summary>
    public static ImmutableArray<Fault> Of(IEnumerable<Fault> faults)
    {
        var all = faults.Distinct().ToList();
        var placed = all.Where(f => f.Line is not null).Select(Kind).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. all.Where(f => f is not { Line: null, Key: null } || !placed.Contains(Kind(f)))
                .OrderBy(f => f.Site, StringComparer.Ordinal)
                .ThenBy(f => f.File, StringComparer.Ordinal)
                .ThenBy(f => f.Line)
                .ThenBy(f => f.Key, StringComparer.Ordinal)
                .ThenBy(f => f.Code, StringComparer.Ordinal)
                .ThenBy(f => f.Message, StringComparer.Ordinal),
        ];
    }

    private static string Kind(Fault fault) => $"{fault.File} {fault.Code}";
}
