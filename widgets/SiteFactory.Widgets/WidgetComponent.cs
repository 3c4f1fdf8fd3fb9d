using Microsoft.AspNetCore.Components;

namespace SiteFactory.Widgets;

/// <summary>A component that shows one model, and nothing that is not in it.</summary>
public abstract class WidgetComponent<TModel> : ComponentBase
{
    /// <summary>What to show.</summary>
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}
