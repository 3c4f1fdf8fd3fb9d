using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SiteFactory.Theming.Brand;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Theming;

/// <summary>
/// A look for every site of a territory. A page is four fragments that the generator joins:
/// head, header, main, footer. Header and footer depend on the site alone and are rendered once a site (header: once a
/// section); main depends on its model alone, so that an item shown on many sites is rendered once.
/// Every fragment is a pure function of what it is given: no clock, no culture, no state.
/// </summary>
public interface ITheme
{
    /// <summary>Stable, lower case: <c>territoire</c>.</summary>
    string Key { get; }

    /// <summary>Stylesheets, scripts, fonts and icons, by name.</summary>
    ImmutableArray<ThemeAsset> Assets { get; }

    /// <summary>The site's custom properties, from its checked brand: the first rules of its stylesheet.</summary>
    string StylesheetFor(BrandTokens brand);

    /// <summary>The elements inside <c>head</c>.</summary>
    RenderFragment Head(PageHead head, SiteShell shell);

    /// <summary>Everything in <c>body</c> before <c>main</c>: skip links, alerts, header, navigation.</summary>
    /// <param name="section">The menu entry the page stands under (its href), or null.</param>
    RenderFragment Header(SiteShell shell, string? section);

    /// <summary>The <c>main</c> element, breadcrumb included.</summary>
    RenderFragment Main(PageMain main);

    /// <summary>A démarche's drawing as an icon for home screens: an SVG file that fills a square.</summary>
    ReadOnlyMemory<byte> ServiceIcon(ServiceCard service, BrandTokens brand);

    /// <summary>Everything in <c>body</c> after <c>main</c>.</summary>
    RenderFragment Footer(SiteShell shell);
}

/// <summary>A file a theme brings. A stylesheet refers to another asset as <c>url(asset:name.woff2)</c>.</summary>
/// <param name="Name"><c>theme.css</c>, <c>theme.js</c>, <c>icons.svg</c>; the generator adds a fingerprint.</param>
public sealed record ThemeAsset(string Name, ReadOnlyMemory<byte> Content);
