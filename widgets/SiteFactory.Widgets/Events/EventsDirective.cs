using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Pages;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Events;

/// <summary>The next events.</summary>
public sealed record EventsModel(ImmutableArray<EventCard> Items)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Events");
}

/// <summary><c>::: events {topic=culture limit=3}</c></summary>
public sealed class EventsDirective : Directive<EventsView, EventsModel>
{
    private const int DefaultLimit = 3;

    public override string Name => "events";

    public override ImmutableArray<AttributeRule> Attributes { get; } = [AttributeRule.Key("topic"), AttributeRule.Number("limit", 1, 20)];

    protected override EventsModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        return new(call.Context.Events(call.Text("topic"), call.Number("limit", DefaultLimit)));
    }
}
