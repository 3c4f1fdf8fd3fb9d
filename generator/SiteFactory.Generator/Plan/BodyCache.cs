using System.Runtime.CompilerServices;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Theming.Bodies;

namespace SiteFactory.Generator.Plan;

/// <summary>
/// Bodies that ask nothing of the site that shows them are composed once, and kept as long as their item: across sites,
/// and in a watching process across builds.
/// </summary>
internal sealed class BodyCache
{
    private readonly ConditionalWeakTable<ContentItem, PlannedBody> _own = [];
    private readonly ConditionalWeakTable<ContentItem, ForeignBody> _foreign = [];

    internal PlannedBody Own(ContentItem item, Func<PlannedBody> make)
    {
        if (_own.TryGetValue(item, out var body))
            return body;
        body = make();
        _own.AddOrUpdate(item, body);
        return body;
    }

    /// <param name="baseUrl">Where the owner's links lead: the owner may get another domain while the item stays.</param>
    internal PlannedBody Foreign(ContentItem item, string baseUrl, Func<PlannedBody> make)
    {
        if (_foreign.TryGetValue(item, out var kept) && kept.BaseUrl == baseUrl)
            return kept.Body;
        var body = make();
        _foreign.AddOrUpdate(item, new(baseUrl, body));
        return body;
    }

    private sealed record ForeignBody(string BaseUrl, PlannedBody Body);
}

/// <summary>A body as a page shows it, and what was wrong with its text.</summary>
internal sealed record PlannedBody(BodyContent Content, System.Collections.Immutable.ImmutableArray<BodyFault> Faults)
{
    public static PlannedBody Empty { get; } = new(BodyContent.Empty, []);

    public static PlannedBody Of(Fingerprint inputs, ComposedBody composed) =>
        new(new BodyContent(inputs, () => composed.Fragment), composed.Faults);
}
