using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Errors;

/// <summary>What people read when a request could not be answered.</summary>
[OpenToAll]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 429, 500];

    /// <summary>The page's words.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("Errors.ErrorTexts");

    /// <summary>What happened, in a few words.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What to do now.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Shows it, whatever the method of the request that failed.</summary>
    public void OnGet(int code) => Show(code);

    /// <summary>Shows it after a form.</summary>
    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var known = Known.Contains(code) ? code : code < 500 ? 400 : 500;
        Title = Texts[string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Title{known}")];
        Text = Texts[string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Text{known}")];
    }
}
