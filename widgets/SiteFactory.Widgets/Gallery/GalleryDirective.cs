using System.Collections.Immutable;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.Texts;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Gallery;

/// <summary>Pictures side by side.</summary>
public sealed record GalleryModel(ImmutableArray<BodyFigureModel> Figures);

/// <summary><c>::: gallery</c> around pictures, one a line.</summary>
public sealed class GalleryDirective : Directive<GalleryView, GalleryModel>
{
    private static readonly TextResource Texts = WidgetTexts.In("Gallery");

    public override string Name => "gallery";

    protected override GalleryModel? Model(DirectiveCall call)
    {
        var nodes = call.Children.OfType<PictureNode>().ToList();
        if (nodes.Count < call.Children.Length)
            call.Common("unexpected-content", call.Line);
        if (nodes.Count == 0)
            call.Error(Texts, "gallery-empty", call.Line);
        var figures = nodes.Select(call.Figure).OfType<BodyFigureModel>().ToImmutableArray();
        return figures.IsEmpty ? null : new(figures);
    }
}
