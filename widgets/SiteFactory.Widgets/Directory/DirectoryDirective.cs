using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Pages;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Directory;

/// <summary>Entries of the directory.</summary>
public sealed record DirectoryListModel(ImmutableArray<DirectoryCard> Items)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("Directory");
}

/// <summary><c>::: directory {entry=association category="Sport" limit=20}</c></summary>
public sealed class DirectoryDirective : Directive<DirectoryView, DirectoryListModel>
{
    private const int DefaultLimit = 50;

    public override string Name => "directory";

    public override ImmutableArray<AttributeRule> Attributes { get; } =
    [
        AttributeRule.Choice("entry", "facility", "service", "association", "business", "person"),
        AttributeRule.Text("category"),
        AttributeRule.Number("limit", 1, 200),
    ];

    protected override DirectoryListModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        return new(call.Context.Directory(call.Text("entry"), call.Text("category"), call.Number("limit", DefaultLimit)));
    }
}
