namespace SiteFactory.Theming.Pages;

/// <summary>One page to render.</summary>
/// <param name="Section">The menu entry it stands under, or null.</param>
public sealed record PageModel(PageHead Head, PageMain Main, string? Section);
