using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>
/// Types text that attacks into every field of every form of a screen, and presses every button that destroys nothing. What is refused is
/// mended, field by field, until the rest is taken: one field must not hide what the others do.
/// </summary>
internal sealed class EveryForm(HttpClient client)
{
    private const int Tries = 10;

    /// <summary>Fields that were tried, each as <c>screen name</c>.</summary>
    public HashSet<string> Tried { get; } = new(StringComparer.Ordinal);

    /// <summary>Buttons that were pressed, each as <c>screen button</c>, and whether their form was taken in the end.</summary>
    public Dictionary<string, bool> Pressed { get; } = new(StringComparer.Ordinal);

    /// <summary>Pages that answered instead of leading on: what was typed stands in them.</summary>
    public List<Answer> Answers { get; } = [];

    /// <summary>Answers that are failures of the program, or in which typed text is more than text.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Where the last form that was taken led to.</summary>
    public string? Further { get; private set; }

    /// <summary>Fills the screen's forms, one after the other.</summary>
    public async Task FillAsync(string screen)
    {
        Further = null;
        if (await OpenAsync(screen) is not { } page)
            return;
        foreach (var (index, form) in FilledForm.On(page.Document).Index())
        {
            Tried.UnionWith(form.Typed.Select(name => $"{screen} {name}"));
            foreach (var button in form.Buttons)
                await PressAsync(screen, index, button);
        }
    }

    private async Task PressAsync(string screen, int index, FormButton button)
    {
        // Somebody who does not use our page at all: other fields than those that one types in, too.
        if (await OpenAsync(screen) is { } page && page.Form(index) is { } forged)
            await SendAsync(screen, page, index, forged.Values(button, [], first: null));
        var refused = new Dictionary<string, int>(StringComparer.Ordinal);
        var (isTaken, opened) = (false, await OpenAsync(screen));
        var first = opened?.Form(index);
        for (var attempt = 1; attempt <= Tries && !isTaken && opened?.Form(index) is { } form; attempt++)
        {
            var answer = await SendAsync(screen, opened, index, form.Values(button, refused, first));
            isTaken = answer is null;
            foreach (var name in answer is null ? [] : FilledForm.Refused(answer.Page, form))
                refused[name] = refused.GetValueOrDefault(name) + 1;
            opened = answer is null ? null : new(answer.Address, answer.Page);
        }
        Pressed[$"{screen} {button}"] = isTaken;
    }

    /// <summary>The page that answered; null when the form was taken.</summary>
    private async Task<Answer?> SendAsync(string screen, Opened page, int index, FilledForm.Sent sent)
    {
        using var body = new FormUrlEncodedContent(sent.Values);
        using var response = await client.PostAsync(new Uri(page.Address, sent.Button.Target), body);
        if ((int)response.StatusCode >= 500)
            Faults.Add($"{screen} {sent.Button}, form {index}: {response.StatusCode}");
        if (response.Headers.Location is { } further)
            Further = further.OriginalString;
        if (response.Headers.Location is not null || response.Content.Headers.ContentType?.MediaType != "text/html")
            return null;
        var answer = await Answer.OfAsync(response);
        Faults.AddRange(answer.Harm().Select(h => $"{screen} {sent.Button}: {h}"));
        if (answer.HoldsAttack)
            Answers.Add(answer);
        return answer;
    }

    private async Task<Opened?> OpenAsync(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        if (response.Headers.Location is { } further)
            return further.OriginalString.StartsWith("/s/", StringComparison.Ordinal) ? await OpenAsync(further.OriginalString) : null;
        return response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/html"
            ? new(response.RequestMessage!.RequestUri!, new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()))
            : null;
    }

    private sealed record Opened(Uri Address, IHtmlDocument Document)
    {
        public FilledForm? Form(int index) => FilledForm.On(Document).ElementAtOrDefault(index);
    }
}
