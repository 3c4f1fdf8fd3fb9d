using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Pages;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Documents;

/// <summary>Documents to read or download.</summary>
public sealed record DocumentsModel(ImmutableArray<DocumentLine> Lines)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Documents");
}

/// <summary>One of them.</summary>
/// <param name="Href">Its page, or the file itself.</param>
/// <param name="Meta">"Délibération, séance du 14 septembre 2026".</param>
public sealed record DocumentLine(string Title, string Href, string? Meta, string? Detail, RenderFragment? Text);

/// <summary><c>::: documents {type=minutes limit=5}</c>, or around a list of links to media files.</summary>
public sealed class DocumentsDirective : Directive<DocumentsView, DocumentsModel>
{
    private const int DefaultLimit = 5;

    public override string Name => "documents";

    public override ImmutableArray<AttributeRule> Attributes { get; } =
    [
        AttributeRule.Choice("type", "deliberation", "deliberations-list", "minutes", "order", "budget", "bulletin", "other"),
        AttributeRule.Number("limit", 1, 50),
    ];

    protected override DocumentsModel? Model(DirectiveCall call)
    {
        if (call.Children.IsEmpty)
            return new([.. call.Context.Documents(call.Text("type"), call.Number("limit", DefaultLimit)).Select(Line)]);
        if (call.Text("type") is not null)
            call.Error(DocumentsModel.Texts, "documents-both", call.Line);
        return new([.. call.Items().Select(i => Line(call, i)).OfType<DocumentLine>()]);
    }

    private static DocumentLine Line(DocumentCard card)
    {
        var meta = card.Session is null ? card.TypeLabel : DocumentsModel.Texts.Format("session", card.TypeLabel, card.Session.Long);
        return new(card.Title, card.Href, meta, card.File?.Detail, null);
    }

    private static DocumentLine? Line(DirectiveCall call, ListItemNode item)
    {
        if (item.Lead?.Target is not { } target)
        {
            call.Common("item-without-link", item.Line);
            return null;
        }
        var text = item.Rest.IsEmpty ? null : call.Compose(item.Rest);
        if (target.Kind != LinkKind.Media)
            return new(item.Lead.Text, call.Address(target), null, null, text);
        return call.File(target.Href, item.Line) is { } file ? new(item.Lead.Text, file.Href, null, file.Detail, text) : null;
    }
}
