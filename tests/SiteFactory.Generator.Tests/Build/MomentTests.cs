using NodaTime;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>What "now" changes, and what it does not.</summary>
public sealed class MomentTests : IDisposable
{
    private readonly TestTerritory _territory = new();

    public void Dispose() => _territory.Dispose();

    [Fact]
    public void A_minute_later_every_byte_is_the_same_and_nothing_is_released()
    {
        var first = _territory.Built().Build();
        var later = _territory.Build(Sample.At + Duration.FromMinutes(1));
        Assert.All(later.Sites, s => Assert.Equal(SiteOutcome.Unchanged, s.Outcome));
        Assert.Equal(first.Sites.Select(s => s.Release), later.Sites.Select(s => s.Release));
    }

    [Fact]
    public void When_an_event_is_over_only_what_mentions_it_changes()
    {
        var before = Snapshot(Sample.At);
        var after = Snapshot(Instant.FromUtc(2026, 10, 14, 8, 0));
        var changed = before.Where(f => !after.TryGetValue(f.Key, out var now) || !now.AsSpan().SequenceEqual(f.Value)).Select(f => f.Key).ToList();
        // Tuesday's yoga of 13 October is over: home, agenda, its month and topic, its own page with the next dates.
        Assert.Contains("agenda/index.html", changed);
        Assert.Contains("agenda/yoga/index.html", changed);
        Assert.All(
            changed,
            f => Assert.True(f == "index.html" || f.StartsWith("agenda/", StringComparison.Ordinal), f));
        Assert.Contains("agenda/fete-du-village/index.html", before.Keys.Except(changed));
    }

    [Fact]
    public void The_next_dates_of_a_repeated_event_are_those_to_come()
    {
        _territory.Built();
        var words = _territory.Site("vany").Words("/agenda/yoga/");
        Assert.Contains("13 octobre 2026", words, StringComparison.Ordinal);
        Assert.Contains("20 octobre", words, StringComparison.Ordinal);
        Assert.DoesNotContain("6 octobre", words.Replace("26 octobre", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_told_an_end_that_nobody_typed()
    {
        _territory.Set("vany/events/lecture.md", "---\ntitle: Lecture\nstart: 2026-10-08T17:00\nrrule: FREQ=WEEKLY;BYDAY=TH\n---\n");
        _territory.Built();
        foreach (var page in (string[])["/agenda/lecture/", "/agenda/"])
        {
            var words = _territory.Site("vany").Words(page);
            Assert.Contains("à 17 h", words, StringComparison.Ordinal);
            Assert.DoesNotContain("de 17 h", words, StringComparison.Ordinal);
        }
        var calendar = _territory.Site("vany").Text("/agenda/lecture.ics");
        Assert.Contains("T170000", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("DTEND", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public void Expired_alerts_vanish_from_every_page()
    {
        _territory.Built();
        Assert.Contains("Crue de la Moselle", _territory.Site("vany").Text("/"), StringComparison.Ordinal);
        _territory.Built(Instant.FromUtc(2026, 10, 12, 8, 0));
        var vany = _territory.Site("vany");
        Assert.All(vany.Pages(), p => Assert.DoesNotContain("Crue de la Moselle", vany.Text(p), StringComparison.Ordinal));
        Assert.DoesNotContain("Crue", vany.Text("/alertes.json"), StringComparison.Ordinal);
        Assert.Contains("Coupure d’eau", vany.Text("/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Content_appears_and_goes_when_its_dates_say_so()
    {
        _territory.Set("vany/news/2026-10-09-bientot.md", "---\ntitle: Bientôt\ndate: 2026-10-09\npublishAt: 2026-10-12T08:00\nunpublishAt: 2026-10-13T08:00\n---\n");
        const string Address = "/actualites/bientot/";
        _territory.Built();
        Assert.False(_territory.Site("vany").Has(Address));
        _territory.Built(Instant.FromUtc(2026, 10, 12, 5, 59));
        Assert.False(_territory.Site("vany").Has(Address));
        _territory.Built(Instant.FromUtc(2026, 10, 12, 6, 0));
        Assert.True(_territory.Site("vany").Has(Address));
        _territory.Built(Instant.FromUtc(2026, 10, 13, 6, 0));
        Assert.False(_territory.Site("vany").Has(Address));
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("review")]
    public void What_is_not_published_is_nowhere(string status)
    {
        _territory.Set("vany/news/2026-10-09-secret.md", $"---\ntitle: Un secret bien gardé\ndate: 2026-10-09\nstatus: {status}\n---\n");
        _territory.Built();
        var vany = _territory.Site("vany");
        Assert.All(vany.Files().Keys, f => Assert.DoesNotContain("Un secret", vany.Text("/" + f), StringComparison.Ordinal));
    }

    private SortedDictionary<string, byte[]> Snapshot(Instant at)
    {
        // Alerts stand on every page: without them, only the agenda depends on the moment.
        _territory.Remove("metropole/alerts/crue.md");
        _territory.Built(at);
        _territory.Set("metropole/alerts/crue.md", "---\ntitle: Crue\n---\n");
        return _territory.Site("vany").Files();
    }
}
