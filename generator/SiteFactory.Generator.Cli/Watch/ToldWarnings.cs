using SiteFactory.Content.Faults;

namespace SiteFactory.Generator.Cli.Watch;

/// <summary>Warnings told already: who watches sees what is new, and not the same thousand lines after each save. Errors are told until they are mended.</summary>
internal sealed class ToldWarnings
{
    private HashSet<Fault> _told = [];

    /// <summary>How many of the faults last given were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The errors, and the warnings that were not there the time before.</summary>
    public IReadOnlyList<Fault> New(IReadOnlyCollection<Fault> faults)
    {
        var now = faults.Where(f => f.Severity == FaultSeverity.Warning).Select(WithoutLine).ToHashSet();
        var fresh = faults.Where(f => f.Severity == FaultSeverity.Error || !_told.Contains(WithoutLine(f))).ToList();
        _told = now;
        LeftOut = faults.Count - fresh.Count;
        return fresh;
    }

    // A line more above it makes no other warning of it.
    private static Fault WithoutLine(Fault fault) => fault with { Line = null };
}
