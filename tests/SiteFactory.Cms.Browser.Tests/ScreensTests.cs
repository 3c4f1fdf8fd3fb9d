using SiteFactory.Browser.Tests;
using Microsoft.Playwright;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>axe finds nothing on any screen, and none is wider than a telephone. The screens come from the running application: a new one is tried by itself.</summary>
public sealed class ScreensTests(CitizenOffice office) : IClassFixture<CitizenOffice>
{
    [Fact]
    public Task On_a_desk_in_light() => CheckAsync(phone: false, ColorScheme.Light);

    [Fact]
    public Task On_a_telephone_in_dark() => CheckAsync(phone: true, ColorScheme.Dark);

    /// <summary>Long words of people's own, on the smallest telephones; a stylesheet of a feature that does not come makes no difference.</summary>
    [Theory]
    [InlineData("/s/vany/demarches/ajouter")]
    [InlineData("/s/vany/travaux")]
    [InlineData("/territoire/demarches")]
    public async Task A_long_address_makes_no_screen_wider(string screen)
    {
        await using var editor = await Editor.ComeAsync(office, phone: true);
        await editor.Page.SetViewportSizeAsync(320, 700);
        await editor.Page.RouteAsync("**/demarches.css", route => route.AbortAsync());
        await editor.GoAsync(screen);
        var wide = await editor.Page.EvaluateAsync<int>("""
            () => {
              for (const place of document.querySelectorAll('main h1, main p, main strong, main .task span, main th[scope=row]'))
                place.append(' https://demarche.numerique.gouv.fr/commencer/inscription-a-la-cantine-et-au-periscolaire-2026-2027');
              return document.documentElement.scrollWidth;
            }
            """);
        Assert.True(wide <= 320, $"{screen} is {wide} pixels wide");
    }

    private async Task CheckAsync(bool phone, ColorScheme scheme)
    {
        await using var editor = await Editor.ComeAsync(office, phone, scheme: scheme);
        var faults = new List<string>();
        var screens = await Screens.AllAsync(office);
        Assert.NotEmpty(screens);
        foreach (var screen in screens)
        {
            var answer = await editor.GoAsync(screen);
            if (!answer!.Ok)
                faults.Add($"{screen} is not there: {answer.Status}");
            var result = await Axe.CheckAsync(editor.Page);
            faults.AddRange(result.Violations.SelectMany(v => v.Nodes.Select(n => $"{screen}: {v.Id} ({v.Help}): {n.Html}")));
            if (await editor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth + 1"))
                faults.Add($"{screen} is wider than the screen");
        }
        Assert.Empty(faults);
        editor.AssertClean();
    }
}
