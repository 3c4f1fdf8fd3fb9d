using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Browser.Tests;

/// <summary>"Ouvert maintenant" follows the commune's clock, not the visitor's.</summary>
[Collection(BrowserTests.Name)]
public sealed class HoursTests(Sites sites)
{
    [Theory]
    [InlineData("2026-11-23T10:00:00+01:00", "Europe/Paris", "Ouvert, jusqu’à 12")]
    [InlineData("2026-11-23T10:00:00+01:00", "Pacific/Auckland", "Ouvert, jusqu’à 12")]
    [InlineData("2026-11-23T07:00:00+01:00", "America/Cayenne", "Fermé, ouvre aujourd’hui à 8")]
    public async Task The_contact_page_tells_whether_the_town_hall_is_open(string instant, string zone, string words)
    {
        var options = Visitor.Desk();
        options.TimezoneId = zone;
        await using var visitor = await Visitor.ComeAsync(sites, options);
        await visitor.Page.Clock.SetFixedTimeAsync(instant);
        await visitor.GoAsync("/contact/");
        await Expect(visitor.Page.Locator("main .hours__now").First).ToContainTextAsync(words);
        await Expect(visitor.Page.Locator("main .hours__week tr.is-today").First).ToContainTextAsync("undi");
    }
}
