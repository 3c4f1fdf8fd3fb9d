using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>Somebody at a browser without scripts: opens pages and sends the forms that stand in them.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri address)
    {
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("Accept", "text/html");
    }

    /// <summary>The plain client, for requests that no form makes.</summary>
    public HttpClient Client => _client;

    /// <summary>Asks for an address; redirects are not followed.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Opens a page that is expected to be there.</summary>
    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        using var response = await GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {response.Headers.Location}");
        return new HtmlParser().ParseDocument(text);
    }

    /// <summary>Fills the page's form in and presses the button of that handler; what is not named keeps its value.</summary>
    /// <param name="handler">The page's handler; empty: the form's only button.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string path, string handler, params (string Name, string Value)[] fields)
    {
        var page = await OpenAsync(path);
        return await SubmitAsync(page, path, handler, fields);
    }

    /// <summary>The same, on a page that was opened before.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string path, string handler, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("main form").First(f => handler.Length == 0 || Targets(f).Any(t => t.Contains("handler=" + handler, StringComparison.OrdinalIgnoreCase)));
        var values = Values(form);
        foreach (var (name, value) in fields)
        {
            var place = values.FindIndex(v => v.Key == name);
            values.RemoveAll(v => v.Key == name);
            values.Insert(place < 0 ? values.Count : place, new(name, value));
        }
        var target = handler.Length == 0 ? form.GetAttribute("action") ?? path : Targets(form).First(t => t.Contains("handler=" + handler, StringComparison.OrdinalIgnoreCase));
        using var body = new FormUrlEncodedContent(values);
        return await _client.PostAsync(new Uri(target.Length == 0 ? path : target, UriKind.Relative), body);
    }

    /// <summary>Signs in with the form.</summary>
    public async Task SignInAsync(string email, string password)
    {
        using var response = await SubmitAsync("/connexion", "", ("Email", email), ("Password", password));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    public void Dispose() => _client.Dispose();

    private static IEnumerable<string> Targets(IHtmlFormElement form) =>
        form.QuerySelectorAll("button[formaction]").Select(b => b.GetAttribute("formaction")!).Append(form.GetAttribute("action") ?? "");

    private static List<KeyValuePair<string, string>> Values(IHtmlFormElement form)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var field in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            if (ValueOf(field) is { } value)
                values.Add(new(field.GetAttribute("name")!, value));
        }
        return values;
    }

    private static string? ValueOf(IElement field) => field switch
    {
        IHtmlInputElement input => input.Type is not ("checkbox" or "radio") || input.IsChecked ? input.Value : null,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };
}
