using SiteFactory.Content.Bodies;
using SiteFactory.Theming.Pictures;

namespace SiteFactory.Widgets.Composing;

/// <summary>Finds the picture of a node, and says what is wrong with it.</summary>
internal static class BodyPicture
{
    public static PictureModel? Find(PictureNode node, Composition composition)
    {
        var picture = composition.Context.Picture(node.Path, node.Alt);
        if (picture is null)
            composition.Faults.Add(WidgetFault.Error("picture-missing", node.Line, node.Path));
        else if (picture.Alt.Length == 0 && node.Alt is null && !picture.IsDecorative)
            composition.Faults.Add(WidgetFault.Warning("picture-without-alt", node.Line, node.Path));
        return picture;
    }
}
