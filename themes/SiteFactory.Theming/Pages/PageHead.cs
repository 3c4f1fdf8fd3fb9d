using System.Collections.Immutable;

namespace SiteFactory.Theming.Pages;

/// <summary>What stands in one page's <c>head</c> and differs between pages and sites.</summary>
/// <param name="Path">On this site: <c>/actualites/rentree/</c>.</param>
/// <param name="Title">Without the site's name.</param>
/// <param name="Canonical">Absolute address; the owner's for a syndicated item. Null: none (404).</param>
/// <param name="Image">Absolute address of the sharing picture, or null.</param>
/// <param name="JsonLd">Complete JSON documents, safe inside a <c>script</c> element.</param>
/// <param name="Manifest">Address of the web app manifest.</param>
/// <param name="NoIndex">Keeps the page out of search engines.</param>
/// <param name="OpenGraphType"><c>website</c> or <c>article</c>.</param>
public sealed record PageHead(
    string Path,
    string Title,
    string? Description,
    string? Canonical,
    string OpenGraphType,
    string? Image,
    string? ImageAlt,
    ImmutableArray<string> JsonLd,
    string Manifest,
    bool NoIndex);
