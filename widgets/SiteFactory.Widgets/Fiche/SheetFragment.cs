using Microsoft.AspNetCore.Components;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Fiche;

/// <summary>A sheet's markup, for its own page.</summary>
public static class SheetFragment
{
    /// <summary>All of it, without its title.</summary>
    public static RenderFragment Of(SheetReading reading) => Markup.Component<SheetView, SheetReading>(reading);
}
