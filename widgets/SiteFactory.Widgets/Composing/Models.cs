using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Bodies;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;

namespace SiteFactory.Widgets.Composing;

/// <summary>A picture that stands by itself in a body.</summary>
public sealed record BodyFigureModel(PictureModel Picture, string? Caption);

/// <summary>A link to a file, with its words.</summary>
public sealed record BodyFileLinkModel(FileLink File, RenderFragment Label);

/// <summary>A heading inside a directive.</summary>
public sealed record BodyHeadingModel(int Level, string Id, RenderFragment Content);

/// <summary>A list inside a directive that has no use for it of its own.</summary>
public sealed record BodyListModel(bool IsOrdered, ImmutableArray<BodyListItemModel> Items);

/// <summary>An item, put together again.</summary>
public sealed record BodyListItemModel(RenderFragment? Picture, ItemLeadModel? Lead, RenderFragment? Rest);

/// <summary>What an item starts with, resolved.</summary>
/// <param name="Href">Null for bold words.</param>
/// <param name="File">The file that the link leads to, or null.</param>
public sealed record ItemLeadModel(string Text, RenderFragment Label, string? Href, bool IsExternal, FileLink? File, string Separator)
{
    internal static ItemLeadModel Of(ItemLead lead, Composition composition)
    {
        var file = lead.Target is { Kind: LinkKind.Media } media ? composition.Context.File(media.Href) : null;
        var href = lead.Target is null || lead.Target.Kind == LinkKind.Media ? file?.Href : composition.Address(lead.Target);
        return new(lead.Text, composition.Fragment(lead.Label), href, lead.Target?.Kind == LinkKind.External, file, lead.Separator);
    }
}
