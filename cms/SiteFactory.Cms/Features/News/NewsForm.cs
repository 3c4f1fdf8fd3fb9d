using NodaTime;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.News;

/// <summary>The form of a news item.</summary>
public sealed class NewsForm : ItemForm
{
    /// <summary>A browser's day.</summary>
    public string? Date { get; set; }

    /// <summary>A browser's time; empty: the day alone.</summary>
    public string? Time { get; set; }

    /// <summary>Whether sites that show it may add their own words.</summary>
    public bool Overlay { get; set; }

    public override string AddressFolder => "/actualites/";

    public override bool MayDouble => true;

    public override void Start(EditContext context)
    {
        base.Start(context);
        Date = FormTimes.Day(context.Today);
        Overlay = true;
    }

    protected override ContentItem Blank(Guid id, EditContext context) =>
        new NewsItem { Id = id, SiteKey = context.Site.Key, Key = "", Title = "", Date = context.Today.AtMidnight() };

    protected override void ShowOwn(ContentItem item, EditContext context)
    {
        var news = (NewsItem)item;
        Date = FormTimes.Day(news.Date.Date);
        Time = news.Date.TimeOfDay == LocalTime.Midnight ? null : FormTimes.Clock(news.Date.TimeOfDay);
        Overlay = news.Overlay ?? true;
    }

    protected override ContentItem ReadOwn(ContentItem item, EditContext context, FormErrors errors)
    {
        var news = (NewsItem)item;
        var day = errors.Day(nameof(Date), Date);
        if (string.IsNullOrWhiteSpace(Date))
            errors.Add(nameof(Date), ItemTexts.T["DayMissing"]);
        var time = errors.Clock(nameof(Time), Time) ?? LocalTime.Midnight;
        return news with
        {
            Date = day is { } date ? date.At(time) : news.Date,
            Overlay = Overlay == (news.Overlay ?? true) ? news.Overlay : Overlay,
            Audience = AudienceOf(news, news.Audience, context),
        };
    }
}
