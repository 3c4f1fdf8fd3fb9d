using Microsoft.AspNetCore.Components;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Pages;

/// <summary>The main part of one kind of page.</summary>
public abstract class PageComponent<TModel> : ComponentBase where TModel : PageMain
{
    /// <summary>The page.</summary>
    [Parameter, EditorRequired] public TModel Model { get; set; } = default!;
}
