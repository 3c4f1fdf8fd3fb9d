using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Bodies;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.KeyFigures;

/// <summary>Figures in large type.</summary>
public sealed record KeyFiguresModel(ImmutableArray<KeyFigure> Figures);

/// <param name="Value">"2 188".</param>
/// <param name="Label">"habitants".</param>
public sealed record KeyFigure(RenderFragment Value, RenderFragment Label);

/// <summary><c>::: key-figures</c> around a list of <c>- **2 188** habitants</c>.</summary>
public sealed class KeyFiguresDirective : Directive<KeyFiguresView, KeyFiguresModel>
{
    public override string Name => "key-figures";

    protected override KeyFiguresModel? Model(DirectiveCall call)
    {
        var figures = call.Items().Select(i => Figure(call, i)).OfType<KeyFigure>().ToImmutableArray();
        return figures.IsEmpty ? null : new(figures);
    }

    private static KeyFigure? Figure(DirectiveCall call, ListItemNode item)
    {
        if (item.Lead is { Target: null } value && !item.Rest.IsEmpty)
            return new(call.Compose(value.Label), call.Compose(item.Rest));
        call.Common("item-without-bold", item.Line);
        return null;
    }
}
