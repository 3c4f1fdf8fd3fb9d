using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>Types one text into every field of every form of every screen, one field at a time: one that is refused must not hide what the others do.</summary>
internal sealed class EveryForm(Visitor visitor, string text)
{
    private const string TextFields = "input:not([type]), input[type=text], input[type=search], input[type=email], input[type=url], input[type=tel], textarea";

    // What a form needs besides the field that is tried.
    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["email"] = "essai@example.org",
        ["date"] = "2026-12-05",
        ["time"] = "10:00",
        ["datetime-local"] = "2026-12-05T10:00",
        ["url"] = "https://www.example.org/",
    };

    /// <summary>How many texts were taken: the form led on to another page.</summary>
    public int Taken { get; private set; }

    /// <summary>Fields that were tried, each as <c>screen name</c>.</summary>
    public List<string> Tried { get; } = [];

    /// <summary>Fields whose answer was a failure of the program.</summary>
    public List<string> Failures { get; } = [];

    public async Task FillAsync(string screen)
    {
        var (_, first) = await OpenAsync(screen);
        if (first is null)
            return;
        var forms = Forms(first).Select((f, i) => (Index: i, Names: f.QuerySelectorAll(TextFields).Select(e => e.GetAttribute("name")).OfType<string>().Distinct().ToList())).ToList();
        foreach (var (index, names) in forms)
        {
            foreach (var name in names)
                await TryAsync(screen, index, name);
        }
    }

    private async Task TryAsync(string screen, int index, string name)
    {
        var (path, page) = await OpenAsync(screen);
        if (page is null || Forms(page).ElementAtOrDefault(index) is not { } form)
            return;
        Tried.Add($"{screen} {name}");
        var values = Values(form).Where(v => v.Key != name).Append(new(name, text)).ToList();
        using var body = new FormUrlEncodedContent(values);
        using var response = await visitor.Client.PostAsync(new Uri(Target(form, path), UriKind.Relative), body);
        if ((int)response.StatusCode >= 500)
            Failures.Add($"{screen} {name}: {response.StatusCode}");
        if ((int)response.StatusCode is >= 300 and < 400)
            Taken++;
    }

    private static IEnumerable<IHtmlFormElement> Forms(IHtmlDocument page) =>
        page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]");

    private static string Target(IHtmlFormElement form, string path)
    {
        var targets = form.QuerySelectorAll("button[formaction]").Select(b => b.GetAttribute("formaction")!).Append(form.GetAttribute("action") ?? "").Where(t => t.Length > 0).ToList();
        return targets.Find(t => t.Contains("handler=Publish", StringComparison.Ordinal)) ?? targets.Find(t => t.Contains("handler=Save", StringComparison.Ordinal)) ?? (form.GetAttribute("action") is { Length: > 0 } action ? action : path);
    }

    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form)
    {
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked))
            yield return new(input.Name!, input.Value.Length > 0 || input.Type == "hidden" ? input.Value : Answer(input));
        foreach (var area in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]"))
            yield return new(area.Name!, area.Value);
        foreach (var choice in form.QuerySelectorAll<IHtmlSelectElement>("select[name]").Where(s => s.Value is not null))
            yield return new(choice.Name!, choice.Value!);
    }

    private static string Answer(IHtmlInputElement input) =>
        input.GetAttribute("aria-required") != "true" && input.Type is not "email" ? ""
        : Answers.GetValueOrDefault(input.Type, "Essai");

    private async Task<(string Path, IHtmlDocument? Page)> OpenAsync(string path)
    {
        using var response = await visitor.GetAsync(path);
        if (response.Headers.Location is { } further)
            return further.OriginalString.StartsWith("/s/", StringComparison.Ordinal) ? (further.OriginalString, await visitor.OpenAsync(further.OriginalString)) : (path, null);
        return response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/html"
            ? (path, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()))
            : (path, null);
    }
}
