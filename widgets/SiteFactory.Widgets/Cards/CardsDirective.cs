using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Bodies;
using SiteFactory.Theming.Pictures;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Cards;

/// <summary>Links put forward.</summary>
public sealed record CardsModel(ImmutableArray<CardModel> Cards);

/// <summary>One of them.</summary>
public sealed record CardModel(PictureModel? Picture, ItemLeadModel Link, RenderFragment? Text);

/// <summary><c>::: cards</c> around a list of <c>- [Titre](/chemin/) Texte court</c>.</summary>
public sealed class CardsDirective : Directive<CardsView, CardsModel>
{
    public override string Name => "cards";

    protected override CardsModel? Model(DirectiveCall call)
    {
        var cards = call.Items().Select(i => Card(call, i)).OfType<CardModel>().ToImmutableArray();
        return cards.IsEmpty ? null : new(cards);
    }

    private static CardModel? Card(DirectiveCall call, ListItemNode item)
    {
        if (item.Lead?.Target is null)
        {
            call.Common("item-without-link", item.Line);
            return null;
        }
        var link = call.Lead(item.Lead);
        if (link.Href is null)
            call.Common("file-missing", item.Line, item.Lead.Target.Href);
        var picture = item.Picture is null ? null : call.Figure(item.Picture)?.Picture;
        return link.Href is null ? null : new(picture, link, item.Rest.IsEmpty ? null : call.Compose(item.Rest));
    }
}
