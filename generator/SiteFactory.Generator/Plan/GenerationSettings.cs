using NodaTime;
using SiteFactory.Content.Fingerprints;
using SiteFactory.EServices.Catalogue;
using SiteFactory.Theming;
using SiteFactory.Theming.Bodies;

namespace SiteFactory.Generator.Plan;

/// <summary>What a plan is made with, besides the content.</summary>
/// <param name="Now">Decides what is visible, upcoming or expired.</param>
/// <param name="Pictures">Make widths and formats; otherwise publish the originals.</param>
/// <param name="Search">Make the search indexes.</param>
/// <param name="Code">Stands for the code of theme, widgets and generator: another version renders anew.</param>
/// <param name="WidgetStylesheet">Rules that directives bring, after the theme's.</param>
public sealed record GenerationSettings(
    ITheme Theme,
    IBodyComposer Composer,
    Instant Now,
    bool Pictures,
    bool Search,
    Fingerprint Code,
    string WidgetStylesheet,
    System.Collections.Immutable.ImmutableArray<ThemeAsset> ExtraAssets)
{
    /// <summary>Publish pictures in AVIF too where it pays.</summary>
    public bool Avif { get; init; } = true;

    /// <summary>What directives bring to improve themselves, after the theme's script: statements that keep their names to themselves.</summary>
    public string WidgetScript { get; init; } = "";

    /// <summary>What portals offer: with the snapshot, what démarches are made from.</summary>
    public PortalCatalogues Catalogues { get; init; } = PortalCatalogues.None;
}
