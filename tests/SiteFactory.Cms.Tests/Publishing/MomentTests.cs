using NodaTime;
using SiteFactory.Cms.Publishing;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Syndication;

namespace SiteFactory.Cms.Tests.Publishing;

public sealed class MomentTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("2026-11-22T10:00", "2026-11-23T00:00")]
    [InlineData("2026-11-22T23:59:59", "2026-11-23T00:00")]
    // The nights on which the clocks change: a day of 23 hours, and one of 25.
    [InlineData("2026-03-29T00:00", "2026-03-30T00:00")]
    [InlineData("2026-10-25T00:00", "2026-10-26T00:00")]
    public void A_site_changes_at_the_latest_when_a_day_begins_in_Paris(string now, string expected) =>
        Assert.Equal(At(expected), Moments.Next(View(""), At(now), Paris));

    [Theory]
    [InlineData("publishAt: 2026-11-22T18:00", "2026-11-22T10:00", "2026-11-22T18:00")]
    [InlineData("unpublishAt: 2026-11-22T18:00", "2026-11-22T10:00", "2026-11-22T18:00")]
    // Half past two comes twice on this night; what was planned happens at the first one.
    [InlineData("publishAt: 2026-10-25T02:30", "2026-10-25T00:30", "2026-10-25T02:30")]
    // And never on this one: it happens when the clocks have jumped over it.
    [InlineData("publishAt: 2026-03-29T02:30", "2026-03-29T00:30", "2026-03-29T03:30")]
    public void An_item_appears_and_leaves_on_time(string line, string now, string expected) =>
        Assert.Equal(At(expected), Moments.Next(View(News(line)), At(now), Paris));

    [Fact]
    public void An_event_that_is_over_makes_a_moment()
    {
        Assert.Equal(At("2026-12-05T18:00"), Moments.Next(View(""), At("2026-12-05T09:00"), Paris));
        Assert.Equal(At("2026-12-06T00:00"), Moments.Next(View(""), At("2026-12-05T18:00"), Paris));
    }

    private static string News(string line) => $"""

        -- vany/news/2026-01-02-essai.md --
        ---
        title: Essai
        date: 2026-01-02
        {line}
        ---
        Texte.
        """;

    private static SiteView View(string more) =>
        SyndicationPlan.For(FolderReader.Read(MemoryContentFiles.Parse(SampleTerritory.Text + more)).Snapshot!, "vany");

    private static Instant At(string local) =>
        NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(local.Length == 16 ? local + ":00" : local).Value.InZoneLeniently(Paris).ToInstant();
}
