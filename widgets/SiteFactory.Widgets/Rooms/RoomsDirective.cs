using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Everyday;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Rooms;

/// <summary><c>::: rooms</c>, or <c>{entry=salle-des-fetes}</c> for one room.</summary>
public sealed class RoomsDirective : Directive<RoomsView, RoomsModel>
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Rooms");

    public override string Name => "rooms";

    public override ImmutableArray<AttributeRule> Attributes { get; } = [AttributeRule.Key("entry")];

    protected override RoomsModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        var entry = call.Text("entry");
        if (call.Context.Rooms(entry) is not { } rooms)
        {
            call.Warning(Texts, "rooms-missing", call.Line);
            return null;
        }
        if (!rooms.Rooms.IsEmpty || entry is null)
            return rooms;
        call.Error(Texts, "room-missing", call.Line, entry);
        return null;
    }
}
