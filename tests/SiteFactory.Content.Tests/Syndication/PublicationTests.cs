using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Content.Syndication;
using static SiteFactory.Content.Tests.Syndication.Sample;

namespace SiteFactory.Content.Tests.Syndication;

public class PublicationTests
{
    private static Instant At(int hour) => Instant.FromUtc(2026, 11, 22, hour, 0);

    [Theory]
    [InlineData(9, false, 10)]
    [InlineData(10, true, 12)]
    [InlineData(11, true, 12)]
    [InlineData(12, false, null)]
    public void An_item_is_seen_from_its_first_moment_to_before_its_last(int hour, bool visible, int? next)
    {
        var item = News("vany", "a") with { PublishAt = At(10), UnpublishAt = At(12) };
        Assert.Equal(visible, Publication.IsVisible(item, At(hour)));
        Assert.Equal(next is null ? null : At(next.Value), Publication.NextChange(item, At(hour)));
    }

    [Theory]
    [InlineData(PublicationStatus.Draft)]
    [InlineData(PublicationStatus.Review)]
    public void A_draft_is_never_seen(PublicationStatus status)
    {
        var item = News("vany", "a") with { PublishAt = At(10), Status = status };
        Assert.False(Publication.IsVisible(item, At(11)));
        Assert.Null(Publication.NextChange(item, At(9)));
    }

    [Fact]
    public void An_alert_has_its_own_moments_too()
    {
        var alert = Alert("vany", "a") with { PublishAt = At(8), From = At(10), Until = At(12), UnpublishAt = At(14) };
        Assert.False(Publication.IsVisible(alert, At(9)));
        Assert.True(Publication.IsVisible(alert, At(10)));
        Assert.Equal(At(10), Publication.NextChange(alert, At(7)));
        Assert.Equal(At(12), Publication.NextChange(alert, At(10)));
        Assert.Null(Publication.NextChange(alert, At(12)));
    }

    [Fact]
    public void The_next_change_of_a_site_is_the_first_of_its_items()
    {
        var view = SyndicationPlan.For(
            Territory(
                Has("vany").With(News("vany", "a") with { PublishAt = At(12) }, Page("vany", "p") with { UnpublishAt = At(11) }),
                Has("metropole").With(Alert("metropole", "x") with { From = At(10) })),
            "vany");
        Assert.Equal(At(10), Publication.NextChange(view, At(9)));
        Assert.Equal(At(11), Publication.NextChange(view, At(10)));
        Assert.Null(Publication.NextChange(view, At(12)));
    }
}
