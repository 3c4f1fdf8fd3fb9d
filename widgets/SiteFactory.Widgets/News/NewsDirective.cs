using System.Collections.Immutable;
using SiteFactory.Content.Texts;
using SiteFactory.Theming.Pages;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.News;

/// <summary>The newest news.</summary>
public sealed record NewsModel(ImmutableArray<NewsCard> Items)
{
    internal static TextResource Texts { get; } = WidgetTexts.In("News");
}

/// <summary><c>::: news {topic=dechets limit=3}</c></summary>
public sealed class NewsDirective : Directive<NewsView, NewsModel>
{
    private const int DefaultLimit = 3;

    public override string Name => "news";

    public override ImmutableArray<AttributeRule> Attributes { get; } = [AttributeRule.Key("topic"), AttributeRule.Number("limit", 1, 20)];

    protected override NewsModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        return new(call.Context.News(call.Text("topic"), call.Number("limit", DefaultLimit)));
    }
}
