using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Texts;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Callout;

/// <summary>A note set apart from the text.</summary>
/// <param name="Kind"><c>info</c>, <c>tip</c>, <c>warning</c> or <c>danger</c>.</param>
public sealed record CalloutModel(string Kind, string Title, RenderFragment Body);

/// <summary><c>::: callout {type=warning title="…"}</c></summary>
public sealed class CalloutDirective : Directive<CalloutView, CalloutModel>
{
    private static readonly TextResource Texts = WidgetTexts.In("Callout");

    public override string Name => "callout";

    public override ImmutableArray<AttributeRule> Attributes { get; } =
        [AttributeRule.Choice("type", "info", "tip", "warning", "danger"), AttributeRule.Text("title")];

    protected override CalloutModel? Model(DirectiveCall call)
    {
        var kind = call.Text("type") ?? "info";
        if (call.Children.IsEmpty)
            call.Error(Texts, "callout-empty", call.Line);
        return new(kind, call.Text("title") ?? Texts[kind], call.Compose(call.Children));
    }
}
