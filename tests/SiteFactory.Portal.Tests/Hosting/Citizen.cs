using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SiteFactory.Portal.Tests.Hosting;

/// <summary>A citizen whose browser has no scripts and keeps no cookies: opens pages, fills their forms in, follows redirects.</summary>
public sealed class Citizen(PortalHost host) : IDisposable
{
    private readonly HttpClient _client = host.Client();

    /// <summary>Where the last page was.</summary>
    public string Path { get; private set; } = "/";

    public HttpStatusCode Status { get; private set; }

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpClient Client => _client;

    /// <summary>The code that the page shows.</summary>
    public string Code => Page.QuerySelector(".code")!.TextContent.Trim();

    public async Task<Citizen> OpenAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return await TakeAsync(response, path);
    }

    /// <summary>Sends the page's own form (the last one that posts) with these values over those that stand in it.</summary>
    public async Task<Citizen> SendAsync(params (string Name, string Value)[] values)
    {
        var form = Page.QuerySelectorAll<IHtmlFormElement>("main form[data-form]").Last();
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Values(form).Where(v => !values.Any(w => w.Name == v.Name)).Concat(values))
        {
            if (value.StartsWith("file:", StringComparison.Ordinal))
                content.Add(new ByteArrayContent(Samples.Read(value[5..])), name, value[5..]);
            else
                content.Add(new StringContent(value), name);
        }
        var action = form.GetAttribute("action")!;
        using var response = await _client.PostAsync(new Uri(action, UriKind.Relative), content);
        return await TakeAsync(response, action);
    }

    /// <summary>Reports an anomaly from the first page to the confirmation; gives the code.</summary>
    public async Task<string> ReportAsync(string category = "dechets", string commune = "vany", string description = "Un tas de gravats.", string? email = null, string place = "12 rue de l’Église", string? photo = null)
    {
        await OpenAsync("/espace-public/signaler-une-anomalie/");
        await SendAsync(("categorie", category));
        var kind = Page.QuerySelector($"input[name={category}_type]")!.GetAttribute("value")!;
        await SendAsync(($"{category}_type", kind), ("description", description), ("photos", photo is null ? "" : "file:" + photo));
        // Without scripts, a question that depends on this page's answer comes with the second look.
        if (Status == HttpStatusCode.UnprocessableEntity && Page.QuerySelector("[data-errors]") is null)
            await SendAsync();
        await SendAsync(("commune", commune), ("lieu", place));
        await SendAsync(("courriel", email ?? ""));
        Assert.EndsWith("/verification", Path, StringComparison.Ordinal);
        await SendAsync();
        Assert.EndsWith("/envoyee", Path, StringComparison.Ordinal);
        return Code;
    }

    public void Dispose() => _client.Dispose();

    private async Task<Citizen> TakeAsync(HttpResponseMessage response, string path)
    {
        (Status, Path) = (response.StatusCode, path);
        if (response.StatusCode == HttpStatusCode.SeeOther)
            return await OpenAsync(response.Headers.Location!.ToString());
        Page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return this;
    }

    private static IEnumerable<(string Name, string Value)> Values(IHtmlFormElement form)
    {
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]"))
        {
            if (input.Type is not ("file" or "checkbox" or "radio") || input.IsChecked)
                yield return (input.Name!, input.Value);
        }
        foreach (var text in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]"))
            yield return (text.Name!, text.Value);
        foreach (var select in form.QuerySelectorAll<IHtmlSelectElement>("select[name]"))
            yield return (select.Name!, select.Value ?? "");
    }
}
