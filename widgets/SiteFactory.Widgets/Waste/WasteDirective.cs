using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Everyday;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Waste;

/// <summary><c>::: waste</c>, or <c>{sector=centre}</c> for one sector.</summary>
public sealed class WasteDirective : Directive<WasteView, WasteModel>
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Waste");

    public override string Name => "waste";

    public override ImmutableArray<AttributeRule> Attributes { get; } = [AttributeRule.Key("sector")];

    protected override WasteModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        var sector = call.Text("sector");
        if (call.Context.Waste(sector) is { } waste)
            return waste;
        if (sector is not null && call.Context.Waste(null) is not null)
            call.Error(Texts, "sector-missing", call.Line, sector);
        else
            call.Warning(Texts, "collections-missing", call.Line);
        return null;
    }
}
