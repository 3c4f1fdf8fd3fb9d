using System.Net;
using SiteFactory.Cms.Assets;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Preview;

/// <summary>The preview's words.</summary>
public static class PreviewTexts
{
    /// <summary>By name.</summary>
    public static TextResource T { get; } = SharedTexts.Of("Preview.PreviewTexts");

    /// <summary>A page that says why there is nothing to see.</summary>
    public static string Sorry(string title, IReadOnlyList<string> problems)
    {
        var lines = string.Concat(problems.Select(p => $"<li>{WebUtility.HtmlEncode(p)}</li>"));
        return $"<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>{WebUtility.HtmlEncode(title)}</title>" +
            $"<link rel=\"stylesheet\" href=\"{AssetEndpoints.Url("gestion.css")}\"></head><body><main><h1>{WebUtility.HtmlEncode(title)}</h1><ul>{lines}</ul></main></body></html>";
    }
}
