using System.Collections.Immutable;
using SiteFactory.Content.EServices;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Pages;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.EServiceList;

/// <summary>Services of the site, those of the town hall and the others told apart.</summary>
public sealed record EServiceListModel(ImmutableArray<ServiceCard> Services)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("EServiceList");
}

/// <summary><c>::: e-services {category=dechets-et-tri event=demenagement handler=commune limit=6}</c></summary>
public sealed class EServiceListDirective : Directive<EServiceListView, EServiceListModel>
{
    private const int DefaultLimit = 50;

    public override string Name => "e-services";

    public override ImmutableArray<AttributeRule> Attributes { get; } =
    [
        AttributeRule.Key("category"),
        AttributeRule.Choice("event", [.. LifeEvents.All.Select(e => e.Key)]),
        AttributeRule.Choice("audience", [.. Audiences.Keys]),
        AttributeRule.Choice("handler", "commune", "territory", "either", "other"),
        AttributeRule.Number("limit", 1, 100),
    ];

    protected override EServiceListModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        var services = call.Context.Services(new(call.Text("category"), call.Text("event"), call.Text("audience"), call.Text("handler"), call.Number("limit", DefaultLimit)));
        if (services.IsEmpty)
            call.Warning(EServiceListModel.Texts, "none", call.Line);
        return new(services);
    }
}
