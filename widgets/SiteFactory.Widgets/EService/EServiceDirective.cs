using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Pages;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;
using SiteFactory.Widgets.Players;

namespace SiteFactory.Widgets.EService;

/// <summary>A démarche: a card that leads to its page, or the place where it starts and is followed.</summary>
/// <param name="Id">Unique in the body, for the field's label; null for a card.</param>
public sealed record EServiceModel(ServiceCard Service, bool IsStart, TrackingModel? Tracking, string Id)
{
    /// <summary>The portal's form, shown in the page once the reader asks for it; null: it opens on the portal.</summary>
    public PlayerModel? Form { get; init; }

    internal static TextResource Texts { get; } = WidgetTexts.In("EService");

    /// <summary>"En ligne", "En ligne, avec un compte"; null for a service that nobody described.</summary>
    internal static string? AccessWord(ServiceCard service) => service.Access.Length == 0 ? null : Texts["access." + service.Access];
}

/// <summary><c>::: e-service {service=signaler-une-anomalie portal=metropole show=start}</c></summary>
public sealed class EServiceDirective : Directive<EServiceView, EServiceModel>
{
    private const string Start = "start";
    private const string Frame = "frame";

    public override string Name => "e-service";

    public override ImmutableArray<AttributeRule> Attributes { get; } =
        [AttributeRule.Key("service", required: true), AttributeRule.Key("portal"), AttributeRule.Choice("show", "card", Start, Frame)];

    protected override EServiceModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        if (call.Text("service") is not { } service)
            return null;
        var portal = call.Text("portal");
        if (call.Context.Service(portal, service) is { } card)
            return Of(call, card, portal);
        // A portal may drop a service overnight: the page stays, and its author is told.
        if (portal is not null && !call.Context.HasPortal(portal))
            call.Error(EServiceModel.Texts, "portal-missing", call.Line, portal);
        else
            call.Warning(EServiceModel.Texts, "service-missing", call.Line, service);
        return null;
    }

    private static EServiceModel Of(DirectiveCall call, ServiceCard card, string? portal)
    {
        var isStart = call.Text("show") is Start or Frame;
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"suivi-{call.Line}");
        return new(card, isStart, isStart ? call.Context.Tracking(portal) : null, id) { Form = call.Text("show") == Frame ? Form(call, card) : null };
    }

    private static PlayerModel? Form(DirectiveCall call, ServiceCard card)
    {
        if (card is not { FrameOrigin: { } origin, StartHref: { } start })
        {
            call.Warning(EServiceModel.Texts, "frame-refused", call.Line, card.Title);
            return null;
        }
        call.Frames(origin);
        return new(card.Title, new Uri(origin).Host, start, start, IsPeerTube: false) { IsForm = true };
    }
}
