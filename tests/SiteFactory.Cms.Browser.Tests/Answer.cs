using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>A page as it was sent to a browser.</summary>
/// <param name="Policy">The content security policy that came with it.</param>
internal sealed record Answer(Uri Address, int Status, string Html, string Policy, IHtmlDocument Page)
{
    // Of the back office, the portal and the sites.
    private static readonly string[] OwnScripts = ["/-/", "/_portail/", "/assets/"];

    /// <summary>Whether something that was typed to attack stands in it.</summary>
    public bool HoldsAttack => Html.Contains("alert(", StringComparison.Ordinal);

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var policy = response.Headers.TryGetValues("Content-Security-Policy", out var values) ? string.Join(", ", values) : "";
        return new(response.RequestMessage!.RequestUri!, (int)response.StatusCode, html, policy, new HtmlParser().ParseDocument(html));
    }

    /// <summary>Shows it in the browser as it came.</summary>
    public async Task ShowAsync(Editor editor)
    {
        await editor.Page.RouteAsync(Address.ToString(), route => route.FulfillAsync(new()
        {
            Status = 200,
            Body = Html,
            ContentType = "text/html; charset=utf-8",
            Headers = [new("Content-Security-Policy", Policy)],
        }), new() { Times = 1 });
        await editor.GoAsync(Address.ToString());
        if (await editor.Page.Locator("[data-editor]").CountAsync() > 0)
            await editor.Page.Locator("[data-editor][data-ready]").First.WaitForAsync();
    }

    /// <summary>What in it is more than text, seen without a browser.</summary>
    public IEnumerable<string> Harm()
    {
        if (Policy.Length == 0)
            yield return "no content security policy";
        foreach (var element in Page.All)
        {
            if (element is IHtmlScriptElement { Type: not "application/ld+json" } script && !Array.Exists(OwnScripts, own => script.Source?.StartsWith(own, StringComparison.Ordinal) == true))
                yield return $"a script: {script.OuterHtml}";
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Value is "x" && attribute.Name == "src")
                    yield return $"{attribute.Name} of {element.LocalName}: {attribute.Value}";
                if (attribute.Name is "href" or "src" or "action" or "formaction" && attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                    yield return $"{attribute.Name}: {attribute.Value}";
            }
        }
    }
}
