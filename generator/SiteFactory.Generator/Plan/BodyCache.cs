using System.Runtime.CompilerServices;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Theming.Bodies;

namespace SiteFactory.Generator.Plan;

/// <summary>
/// Bodies that ask nothing of the site that shows them are composed once, and kept as long as their item: across sites,
/// and in a watching process across builds.
/// </summary>
public sealed class BodyCache
{
    private readonly ConditionalWeakTable<ContentItem, PlannedBody> _own = [];
    private readonly ConditionalWeakTable<ContentItem, PlannedBody> _foreign = [];

    internal PlannedBody GetOrAdd(ContentItem item, bool foreign, Func<PlannedBody> make)
    {
        var table = foreign ? _foreign : _own;
        if (table.TryGetValue(item, out var body))
            return body;
        body = make();
        table.AddOrUpdate(item, body);
        return body;
    }
}

/// <summary>A body as a page shows it, and what was wrong with its text.</summary>
internal sealed record PlannedBody(BodyContent Content, System.Collections.Immutable.ImmutableArray<BodyFault> Faults)
{
    public static PlannedBody Empty { get; } = new(BodyContent.Empty, []);

    public static PlannedBody Of(Fingerprint inputs, ComposedBody composed) =>
        new(new BodyContent(inputs, () => composed.Fragment), composed.Faults);
}
