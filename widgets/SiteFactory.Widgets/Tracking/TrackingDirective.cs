using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Pages;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Tracking;

/// <summary>The field for a request's code.</summary>
/// <param name="Id">Unique in the body, for the field's label.</param>
public sealed record TrackingFieldModel(TrackingModel Door, string Id)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Tracking");
}

/// <summary><c>::: tracking {portal=metropole}</c></summary>
public sealed class TrackingDirective : Directive<TrackingView, TrackingFieldModel>
{
    public override string Name => "tracking";

    public override ImmutableArray<AttributeRule> Attributes { get; } = [AttributeRule.Key("portal")];

    protected override TrackingFieldModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        var portal = call.Text("portal");
        if (call.Context.Tracking(portal) is { } door)
            return new(door, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"suivi-{call.Line}"));
        if (portal is not null && !call.Context.HasPortal(portal))
            call.Error(TrackingFieldModel.Texts, "portal-missing", call.Line, portal);
        else
            call.Warning(TrackingFieldModel.Texts, "tracking-missing", call.Line);
        return null;
    }
}
