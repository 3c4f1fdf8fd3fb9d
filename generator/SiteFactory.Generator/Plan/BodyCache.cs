using System.Runtime.CompilerServices;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Theming.Bodies;

namespace SiteFactory.Generator.Plan;

/// <summary>
/// Bodies that ask nothing of the site that shows them are composed once, and kept as long as their item: across sites,
/// and in a watching process across builds.
/// </summary>
/// <param name="keepsOwn">Whether bodies at home are kept too: of use to a next build only.</param>
internal sealed class BodyCache(bool keepsOwn = true)
{
    private readonly ConditionalWeakTable<ContentItem, PlannedBody> _own = [];
    private readonly ConditionalWeakTable<ContentItem, ForeignBody> _foreign = [];

    /// <summary>The body at home, when it is kept.</summary>
    internal PlannedBody? Own(ContentItem item) => _own.TryGetValue(item, out var body) ? body : null;

    /// <summary>The body on another site, when it is kept.</summary>
    /// <param name="baseUrl">Where the owner's links lead: the owner may get another domain while the item stays.</param>
    internal PlannedBody? Foreign(ContentItem item, string baseUrl) =>
        _foreign.TryGetValue(item, out var kept) && kept.BaseUrl == baseUrl ? kept.Body : null;

    internal PlannedBody KeepOwn(ContentItem item, PlannedBody body)
    {
        if (keepsOwn)
            _own.AddOrUpdate(item, body);
        return body;
    }

    internal PlannedBody KeepForeign(ContentItem item, string baseUrl, PlannedBody body)
    {
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
