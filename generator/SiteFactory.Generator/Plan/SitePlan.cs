using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan;

/// <summary>Everything a site will consist of. Made without writing anything.</summary>
/// <param name="Outputs">Ordered by path (ordinal).</param>
/// <param name="ShellInputs">Stands for the header and footer of every page.</param>
/// <param name="Redirects">Old path to new path, both with a leading slash.</param>
public sealed record SitePlan(
    Site Site,
    SiteShell Shell,
    Fingerprint ShellInputs,
    ImmutableArray<PlannedOutput> Outputs,
    ImmutableSortedDictionary<string, string> Redirects,
    ImmutableArray<Fault> Faults)
{
    /// <summary>Origins besides the site's own that its forms may be sent to: where requests are followed.</summary>
    public ImmutableArray<string> FormTargets { get; init; } = [];

    /// <summary>Origins that its pages show in frames.</summary>
    public ImmutableArray<string> FrameSources { get; init; } = [];

    /// <summary>Stands for the addresses that the site answers at, redirects included.</summary>
    public Fingerprint Addresses { get; } = Of(Outputs.Select(o => Fingerprint.Of(o.Path)).Append(default).Concat(Redirects.Keys.Select(Fingerprint.Of)));

    /// <summary>Stands for the whole plan: two releases of equal fingerprint hold the same bytes and the same redirects.</summary>
    public Fingerprint Inputs => Of(Outputs.Select(o => o.Inputs).Prepend(Addresses).Concat(Redirects.Values.Select(Fingerprint.Of)));

    private static Fingerprint Of(IEnumerable<Fingerprint> parts) => Fingerprint.Combine([.. parts]);
}
