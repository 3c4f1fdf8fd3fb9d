using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SiteFactory.Cms.Features.Shared;

/// <summary><c>&lt;sf-errors /&gt;</c>: everything that keeps a form from being taken, at its top, each line leading to its field.</summary>
[HtmlTargetElement("sf-errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The view in which the summary stands.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <summary>What was refused; null: a form that would have been saved.</summary>
    public string? Heading { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = InOrderOfFields(ViewContext.ModelState.Where(e => e.Value!.Errors.Count > 0));
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "message message-error");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var heading = new TagBuilder("p");
        heading.AddCssClass("message-title");
        heading.InnerHtml.Append(Heading ?? SharedTexts.T["FormRefused"]);
        output.Content.AppendHtml(heading);
        var list = new TagBuilder("ul");
        foreach (var (name, entry) in errors)
        {
            foreach (var error in entry!.Errors)
                list.InnerHtml.AppendHtml(Line(name, error.ErrorMessage));
        }
        output.Content.AppendHtml(list);
    }

    // A browser sends the fields in the order in which they stand; the summary itself stands before them all.
    private List<KeyValuePair<string, ModelStateEntry?>> InOrderOfFields(IEnumerable<KeyValuePair<string, ModelStateEntry?>> errors)
    {
        var request = ViewContext.HttpContext.Request;
        List<string> sent = request.HasFormContentType ? [.. request.Form.Keys] : [];
        return [.. errors.OrderBy(e => e.Key.Length == 0 ? -1 : Place(e.Key, sent))];
    }

    private static int Place(string name, List<string> sent)
    {
        var place = sent.FindIndex(s => s.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (s.Length == name.Length || s[name.Length] is '.' or '['));
        return place < 0 ? int.MaxValue : place;
    }

    private static TagBuilder Line(string name, string message)
    {
        var line = new TagBuilder("li");
        if (name.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(name, "_");
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
