using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>A button of a form, with what it sends of its own.</summary>
internal sealed record FormButton(string Target, string? Name, string? Value)
{
    public override string ToString() => Target + (Name is null ? "" : $" {Name}={Value}");
}

/// <summary>A form of a page, filled in with text that attacks.</summary>
internal sealed class FilledForm
{
    /// <summary>What is tried in a field, one after the other, while it is refused. After that what stood there or what it asks for.</summary>
    public static readonly string[] Attacks =
    [
        "\"'><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>{{7*7}}${7*7}&lt;b&gt;",
        "\"><svg onload=alert(4)>",
    ];

    // Text that attacks in the guise of what the field asks for.
    private static readonly Dictionary<string, string> Guises = new(StringComparer.Ordinal)
    {
        ["url"] = "javascript:alert(5)//https://www.example.org/\"><svg onload=alert(6)>",
        ["email"] = "\"'onfocus=alert(7)'\"@example.org",
    };

    // What a form needs besides the field that is tried.
    private static readonly Dictionary<string, string> Fitting = new(StringComparer.Ordinal)
    {
        ["email"] = "essai@example.org",
        ["date"] = "2026-12-05",
        ["time"] = "10:00",
        ["datetime-local"] = "2026-12-05T10:00",
        ["url"] = "https://www.example.org/",
        ["number"] = "1",
        ["color"] = "#003d7c",
        ["tel"] = "+33 3 87 00 00 00",
    };

    private readonly IHtmlFormElement _form;
    private readonly List<IHtmlElement> _controls;

    private FilledForm(IHtmlFormElement form)
    {
        _form = form;
        _controls = [.. Owned("input[name], textarea[name], select[name]").Where(c => c.Closest("[aria-hidden=true], .trap") is null)];
    }

    /// <summary>Names of the fields that one types in.</summary>
    public IReadOnlyList<string> Typed => [.. _controls.Where(IsTyped).Select(Name).Distinct(StringComparer.Ordinal)];

    /// <summary>Buttons that send it, one for each thing they do, less those that destroy.</summary>
    public IReadOnlyList<FormButton> Buttons =>
    [
        .. Owned("button:not([type=button])").Where(b => !b.ClassList.Contains("danger"))
            .Select(b => new FormButton(b.GetAttribute("formaction") ?? _form.GetAttribute("action") ?? "", b.GetAttribute("name"), b.GetAttribute("value")))
            .DistinctBy(b => (b.Target, b.Name)),
    ];

    /// <summary>The forms of a page in which one types, and the last page of a citizen's, which only sends.</summary>
    public static IReadOnlyList<FilledForm> On(IHtmlDocument page) =>
        [.. page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").Select(f => new FilledForm(f)).Where(f => f.Typed.Count > 0 || f._form.HasAttribute("data-form"))];

    /// <summary>Names of the fields that the answer calls wrong; all that one types in where it names none, unless it only asks for more.</summary>
    public static IReadOnlyCollection<string> Refused(IHtmlDocument answer, FilledForm form)
    {
        var named = answer.QuerySelectorAll("[aria-invalid=true], .field-wrong, .field--wrong").SelectMany(e => e.QuerySelectorAll("[name]").Prepend(e))
            .Concat(answer.QuerySelectorAll(".message-error a[href^='#'], [data-errors] a[href^='#']").Select(a => answer.GetElementById(a.GetAttribute("href")![1..])).OfType<IElement>())
            .Select(e => e.GetAttribute("name")).OfType<string>()
            .Intersect(form._controls.Select(Name), StringComparer.Ordinal).ToList();
        return named.Count > 0 || form._form.HasAttribute("data-form") ? named : form.Typed;
    }

    /// <summary>What the browser would send.</summary>
    /// <param name="refused">How often each field was refused.</param>
    /// <param name="first">The form as it was opened; null: choices and what the page itself keeps attack, too.</param>
    public Sent Values(FormButton button, Dictionary<string, int> refused, FilledForm? first) => new(button, [.. Pairs(button, refused, first)]);

    private IEnumerable<KeyValuePair<string, string>> Pairs(FormButton button, Dictionary<string, int> refused, FilledForm? first)
    {
        if (button.Name is { } name)
            yield return new(name, button.Value ?? "");
        var chosen = new HashSet<string>(_controls.OfType<IHtmlInputElement>().Where(i => i.Type == "radio" && i.IsChecked).Select(i => i.Name!), StringComparer.Ordinal);
        foreach (var control in _controls)
        {
            var times = refused.GetValueOrDefault(Name(control));
            if (IsTyped(control))
                yield return new(Name(control), Text(control, times, first));
            else if (Kept(control, chosen, times > 0) is { } kept)
                yield return new(Name(control), first is null && !IsToken(control) ? Attacks[0] : kept);
        }
    }

    private static string Name(IElement control) => control.GetAttribute("name")!;

    // The proof that the page was asked for: without it nothing is read.
    private static bool IsToken(IElement control) => Name(control) is "__RequestVerificationToken" or "_jeton" or "_handler";

    private static bool IsTyped(IElement control) =>
        control is IHtmlTextAreaElement || control is IHtmlInputElement { Type: not ("hidden" or "checkbox" or "radio" or "file" or "submit" or "button" or "password") } && !control.HasAttribute("readonly");

    private static string Text(IElement control, int refused, FilledForm? first)
    {
        var type = control.GetAttribute("inputmode") == "numeric" ? "number" : (control as IHtmlInputElement)?.Type ?? "";
        if (refused < Attacks.Length)
            return refused == 1 && Guises.TryGetValue(type, out var guise) ? guise : Attacks[refused];
        var stood = first?._controls.Find(c => Name(c) == Name(control)) switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlInputElement input => input.Value,
            _ => "",
        };
        return refused > Attacks.Length + 1 ? "" : stood.Length > 0 && refused == Attacks.Length ? stood : Fitting.GetValueOrDefault(type, "Essai");
    }

    // The first of several choices where nothing is chosen yet; a box is ticked when the form asks for it.
    private static string? Kept(IElement control, HashSet<string> chosen, bool isAskedFor) => control switch
    {
        IHtmlSelectElement select => string.IsNullOrEmpty(select.Value) ? select.Options.Select(o => o.Value).FirstOrDefault(v => v.Length > 0) ?? "" : select.Value,
        IHtmlInputElement { Type: "radio" } radio => radio.IsChecked || chosen.Add(radio.Name!) ? radio.Value : null,
        IHtmlInputElement { Type: "checkbox", IsChecked: false } when !isAskedFor => null,
        IHtmlInputElement { Type: "file" or "submit" or "button" } => null,
        IHtmlInputElement { Type: "password" } => CmsHost.Password,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    private IEnumerable<IHtmlElement> Owned(string selector)
    {
        var own = _form.QuerySelectorAll<IHtmlElement>(selector);
        return _form.Id is { Length: > 0 } id ? own.Concat(_form.Owner!.QuerySelectorAll<IHtmlElement>(selector).Where(e => e.GetAttribute("form") == id)) : own;
    }

    /// <summary>What is sent when a button is pressed.</summary>
    internal sealed record Sent(FormButton Button, IReadOnlyList<KeyValuePair<string, string>> Values);
}
