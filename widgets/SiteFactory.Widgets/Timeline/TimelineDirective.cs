using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Bodies;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Timeline;

/// <summary>What happened, in order.</summary>
public sealed record TimelineModel(ImmutableArray<TimelineEntry> Entries);

/// <param name="When">"1871".</param>
public sealed record TimelineEntry(RenderFragment When, RenderFragment Text);

/// <summary><c>::: timeline</c> around a list of <c>- **1871** texte</c>.</summary>
public sealed class TimelineDirective : Directive<TimelineView, TimelineModel>
{
    public override string Name => "timeline";

    protected override TimelineModel? Model(DirectiveCall call)
    {
        var entries = call.Items().Select(i => Entry(call, i)).OfType<TimelineEntry>().ToImmutableArray();
        return entries.IsEmpty ? null : new(entries);
    }

    private static TimelineEntry? Entry(DirectiveCall call, ListItemNode item)
    {
        if (item.Lead is { Target: null } when && !item.Rest.IsEmpty)
            return new(call.Compose(when.Label), call.Compose(item.Rest));
        call.Common("item-without-bold", item.Line);
        return null;
    }
}
