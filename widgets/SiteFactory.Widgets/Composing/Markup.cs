using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace SiteFactory.Widgets.Composing;

/// <summary>Fragments from parts.</summary>
internal static class Markup
{
    /// <summary>Nothing.</summary>
    public static RenderFragment None { get; } = _ => { };

    /// <summary>Finished HTML.</summary>
    public static RenderFragment Html(string html) => builder => builder.AddMarkupContent(0, html);

    /// <summary>A component that shows one model.</summary>
    public static RenderFragment Component<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent, TModel>(TModel model)
        where TComponent : WidgetComponent<TModel> => builder =>
        {
            builder.OpenComponent<TComponent>(0);
#pragma warning disable MA0115 // The analyzer does not look at the constraint's base class.
            builder.AddComponentParameter(1, nameof(WidgetComponent<>.Model), model);
#pragma warning restore MA0115
            builder.CloseComponent();
        };

    /// <summary>One after the other.</summary>
    public static RenderFragment Join(List<RenderFragment> parts) => parts.Count switch
    {
        0 => None,
        1 => parts[0],
        _ => builder => All(builder, parts),
    };

    private static void All(RenderTreeBuilder builder, List<RenderFragment> parts)
    {
        foreach (var part in parts)
            builder.AddContent(0, part);
    }
}
