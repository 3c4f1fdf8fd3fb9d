using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Catalogues;

/// <summary>What is told of catalogues.</summary>
internal static class CatalogueTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = new("SiteFactory.Cms.Catalogues.CatalogueTexts", typeof(CatalogueTexts).Assembly);
}
