using System.Collections.Immutable;
using SiteFactory.Content.Sheets;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Bodies;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Fiche;

/// <summary>A sheet of service-public.fr: a card that leads to it, or the whole of it.</summary>
/// <param name="Href">Its page on the site, or on service-public.fr.</param>
/// <param name="Whole">The sheet to show in full; null for a card.</param>
public sealed record FicheModel(string Title, string Href, bool External, string? Summary, SheetReading? Whole)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Fiche");
}

/// <summary><c>::: fiche {id=F1341}</c>, <c>{id=F1341 show=full}</c>, or <c>{id=F2 title="…"}</c> for one that the territory does not keep.</summary>
public sealed class FicheDirective : Directive<FicheView, FicheModel>
{
    public override string Name => "fiche";

    public override ImmutableArray<AttributeRule> Attributes { get; } =
    [
        new("id", true, FicheModel.Texts["expect"], Sheet.IsId),
        AttributeRule.Text("title"),
        AttributeRule.Choice("show", "card", "full"),
    ];

    protected override FicheModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        if (call.Text("id") is not { } id)
            return null;
        return call.Context.Sheet(id) is { } sheet ? Kept(call, sheet) : Official(call, id);
    }

    private static FicheModel Kept(DirectiveCall call, SheetModel sheet) => new(
        call.Text("title") ?? sheet.Sheet.Title,
        sheet.Href,
        External: false,
        sheet.Sheet.Description,
        call.Text("show") == "full" ? new(sheet, Embedded: true) : null);

    private static FicheModel? Official(DirectiveCall call, string id)
    {
        if (call.Text("show") == "full")
            call.Warning(FicheModel.Texts, "sheet-missing", call.Line, id);
        if (call.Text("title") is { } title)
            return new(title, OfficialAddress.Of(id), External: true, null, null);
        call.Error(FicheModel.Texts, "title-missing", call.Line, id);
        return null;
    }
}
