using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Pages;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.EService;

/// <summary>A démarche to do online.</summary>
public sealed record EServiceModel(ServiceCard Service)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("EService");
}

/// <summary><c>::: e-service {service=signaler-anomalie portal=metropole}</c></summary>
public sealed class EServiceDirective : Directive<EServiceView, EServiceModel>
{
    public override string Name => "e-service";

    public override ImmutableArray<AttributeRule> Attributes { get; } = [AttributeRule.Key("service", required: true), AttributeRule.Key("portal")];

    protected override EServiceModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        if (call.Text("service") is not { } service)
            return null;
        var portal = call.Text("portal");
        if (call.Context.Service(portal, service) is { } card)
            return new(card);
        call.Error(EServiceModel.Texts, portal is null ? "service-missing" : "portal-missing", call.Line, portal ?? service);
        return null;
    }
}
