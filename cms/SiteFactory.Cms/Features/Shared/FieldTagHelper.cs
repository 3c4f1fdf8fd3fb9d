using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SiteFactory.Cms.Features.Shared;

/// <summary>
/// One field of a form: <c>&lt;sf-field for="Input.Title" label="…" hint="…" /&gt;</c>. Label, hint and error belong to the control
/// for screen readers too; what was typed is kept when the form is refused. Content between the tags replaces the control.
/// </summary>
[HtmlTargetElement("sf-field", Attributes = "for,label")]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The property that the field edits.</summary>
    public required ModelExpression For { get; set; }

    /// <summary>What is asked.</summary>
    public required string Label { get; set; }

    /// <summary>A sentence that helps to answer.</summary>
    public string? Hint { get; set; }

    /// <summary>The input's type: <c>text</c>, <c>email</c>, <c>password</c>, <c>date</c>, <c>time</c>, <c>datetime-local</c>, <c>number</c>, <c>color</c>, <c>textarea</c>, <c>checkbox</c>, <c>select</c>, <c>file</c>.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Lines of a <c>textarea</c>.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>Whether an answer is needed; told in words, not by an asterisk.</summary>
    public bool Required { get; set; }

    /// <summary>The choices of a <c>select</c>.</summary>
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    /// <summary>The <c>autocomplete</c> word (WCAG 1.3.5).</summary>
    public string? Autocomplete { get; set; }

    /// <summary>More attributes of the control: <c>input-maxlength="80"</c>.</summary>
    [HtmlAttributeName(DictionaryAttributePrefix = "input-")]
    public Dictionary<string, string> More { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The view in which the field stands.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var inner = await output.GetChildContentAsync();
        var error = Error(name);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field field-" + Type : $"field field-{Type} field-wrong");
        IHtmlContent control = inner.IsEmptyOrWhiteSpace ? Control(Attributes(id, error is not null)) : inner;
        var isCheckbox = Type == "checkbox";
        if (isCheckbox)
            output.Content.AppendHtml(control);
        output.Content.AppendHtml(LabelFor(id));
        if (Hint is not null)
            output.Content.AppendHtml(Text("p", "field-hint", id + "-aide", Hint));
        if (error is not null)
            output.Content.AppendHtml(Text("p", "field-error", id + "-erreur", error));
        if (!isCheckbox)
            output.Content.AppendHtml(control);
    }

    private string? Error(string name) =>
        ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    private Dictionary<string, object?> Attributes(string id, bool isWrong)
    {
        var attributes = More.ToDictionary(m => m.Key, m => (object?)m.Value, StringComparer.Ordinal);
        attributes["id"] = id;
        var described = string.Join(' ', new[] { Hint is null ? null : id + "-aide", isWrong ? id + "-erreur" : null }.OfType<string>());
        if (described.Length > 0)
            attributes["aria-describedby"] = described;
        if (isWrong)
            attributes["aria-invalid"] = "true";
        if (Required && Type != "checkbox")
            attributes["aria-required"] = "true";
        if (Autocomplete is not null)
            attributes["autocomplete"] = Autocomplete;
        return attributes;
    }

    private TagBuilder Control(Dictionary<string, object?> attributes) => Type switch
    {
        "textarea" => generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 0, attributes),
        "checkbox" => CheckBox(attributes),
        "select" => generator.GenerateSelect(ViewContext, For.ModelExplorer, null, For.Name, Items, false, attributes),
        "password" => generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, null, attributes),
        _ => Input(attributes),
    };

    private TagBuilder CheckBox(Dictionary<string, object?> attributes)
    {
        // What was sent instead of yes or no cannot be shown again: the box shows what was understood.
        if (ViewContext.ModelState.GetFieldValidationState(For.Name) == ModelValidationState.Invalid)
            ViewContext.ModelState.SetModelValue(For.Name, null, null);
        return generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, For.Model as bool?, attributes);
    }

    private TagBuilder Input(Dictionary<string, object?> attributes)
    {
        var input = generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, Type == "file" ? null : For.Model, null, attributes);
        input.Attributes["type"] = Type;
        if (Type == "file")
            input.Attributes.Remove("value");
        return input;
    }

    private TagBuilder LabelFor(string id)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (Required)
        {
            var mark = new TagBuilder("span");
            mark.AddCssClass("field-required");
            mark.InnerHtml.Append(" " + SharedTexts.T["Required"]);
            label.InnerHtml.AppendHtml(mark);
        }
        return label;
    }

    private static TagBuilder Text(string tag, string css, string id, string text)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(css);
        element.Attributes["id"] = id;
        element.InnerHtml.Append(text);
        return element;
    }
}
