using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Fiche;

/// <summary>A sheet of service-public.fr.</summary>
public sealed record FicheModel(string Title, string Href)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Fiche");
}

/// <summary><c>::: fiche {id=F1341 title="…"}</c></summary>
public sealed class FicheDirective : Directive<FicheView, FicheModel>
{
    private const string Address = "https://www.service-public.fr/particuliers/vosdroits/";
    private const int LongestId = 8;

    public override string Name => "fiche";

    public override ImmutableArray<AttributeRule> Attributes { get; } =
    [
        new("id", true, FicheModel.Texts["expect"], IsId),
        AttributeRule.Text("title", required: true),
    ];

    protected override FicheModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        return call.Text("id") is { } id && call.Text("title") is { } title ? new(title, Address + id) : null;
    }

    /// <summary>Sheets are F, files N, forms and online services R.</summary>
    private static bool IsId(string id) =>
        id.Length is > 1 and <= LongestId && id[0] is 'F' or 'N' or 'R' && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
