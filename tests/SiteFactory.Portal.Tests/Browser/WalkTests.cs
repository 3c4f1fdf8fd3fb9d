using Microsoft.Playwright;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Portal.Tests.Browser;

/// <summary>From the portal's home page to a filed report with a photo, its code, the agent's answer, seen again by the citizen.</summary>
public sealed class WalkTests(PortalBrowser portal) : IClassFixture<PortalBrowser>
{
    private static readonly string Photo = Path.Combine(Samples.Root, "cms/SiteFactory.Content/Starter/Files/media/parc.jpg");

    [Theory]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    public async Task A_report_on_a_phone(bool scripts, ColorScheme scheme)
    {
        var page = await portal.PhoneAsync(scripts, scheme);
        var code = await ReportAsync(page, scripts);
        await AnswerAsync(code);
        await page.GotoAsync(portal.Host.BaseUrl + "/");
        await page.FillAsync("#code", code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        await page.ClickAsync(".codeform .button");
        await Expect(page.Locator(".thread")).ToContainTextAsync("Nous venons jeudi matin.");
        await Expect(page.Locator(".status")).ToContainTextAsync("En attente de votre réponse");
        await LookAsync(page, scripts);
        await page.FillAsync("[name=message]", "Je serai là.");
        await page.SetInputFilesAsync("[name=fichiers]", Photo);
        await page.ClickAsync("text=Envoyer le message");
        await Expect(page.Locator(".thread")).ToContainTextAsync("Je serai là.");
        await Expect(page.Locator(".thread img")).ToBeVisibleAsync();
        await LookAsync(page, scripts);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Questions_come_and_go_while_one_answers()
    {
        var page = await portal.PhoneAsync();
        await page.GotoAsync(portal.Host.BaseUrl + "/dechets/encombrants/");
        var other = page.Locator("#champ-objets_autre");
        await Expect(other).ToBeHiddenAsync();
        await page.CheckAsync("input[value=autre]");
        await Expect(other).ToBeVisibleAsync();
        await page.FillAsync("#champ-objets_autre", "Un piano");
        await page.FillAsync("#champ-nombre", "1");
        await page.ClickAsync("text=Continuer");
        await Expect(page.Locator("h1")).ToContainTextAsync("Où et quand");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_address_field_proposes_places_and_takes_their_point()
    {
        var page = await portal.PhoneAsync();
        await page.GotoAsync(portal.Host.BaseUrl + "/espace-public/signaler-une-anomalie/?categorie=arbres&commune=57694");
        await page.ClickAsync("text=Continuer");
        await page.CheckAsync("input[value=danger]");
        await page.FillAsync("[name=description]", "Une branche.");
        await page.ClickAsync("text=Continuer");
        await page.Locator("[name=lieu]").PressSequentiallyAsync("princip");
        await Expect(page.Locator("#champ-lieu-liste option")).ToHaveCountAsync(1);
        await page.FillAsync("[name=lieu]", "Mairie, 10 rue Principale, Vany");
        await Expect(page.Locator("[name=lieu__lat]")).ToHaveValueAsync("49.1575");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_touch_on_the_map_takes_the_point_and_no_map_is_loaded_before()
    {
        var page = await portal.PhoneAsync();
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(portal.Host.BaseUrl + "/espace-public/signaler-une-anomalie/?categorie=arbres&commune=57694");
        await page.ClickAsync("text=Continuer");
        await page.CheckAsync("input[value=danger]");
        await page.FillAsync("[name=description]", "Une branche.");
        await page.ClickAsync("text=Continuer");
        Assert.DoesNotContain(asked, url => url.Contains("/tuile/", StringComparison.Ordinal) || url.Contains("map.js", StringComparison.Ordinal));
        await page.ClickAsync("text=Choisir sur la carte");
        var map = page.Locator(".place__map");
        await Expect(map.Locator("img.leaflet-tile-loaded").First).ToBeVisibleAsync();
        await map.ClickAsync(new() { Position = new() { X = 150, Y = 200 } });
        await Expect(page.Locator("[data-map-state]")).ToContainTextAsync("marqué sur la carte");
        Assert.Matches("^49[.][0-9]+$", await page.InputValueAsync("[name=lieu__lat]"));
        await PortalBrowser.CheckAsync(page);
        await page.ClickAsync("text=Continuer");
        await Expect(page.Locator("h1")).ToContainTextAsync("Vos coordonnées");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/suivi/")]
    [InlineData("/dechets/")]
    [InlineData("/dechets/bacs/")]
    [InlineData("/dechets/composteur/")]
    [InlineData("/participer/consultation-mobilites/")]
    [InlineData("/vie-locale/reservation-salle/")]
    [InlineData("/vie-locale/contact/")]
    [InlineData("/donnees-personnelles/")]
    [InlineData("/accessibilite/")]
    [InlineData("/nulle-part/")]
    public async Task Axe_finds_nothing(string path)
    {
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await portal.PhoneAsync(scheme: scheme);
            await page.GotoAsync(portal.Host.BaseUrl + path);
            await PortalBrowser.CheckAsync(page);
            await page.Context.CloseAsync();
        }
    }

    private async Task<string> ReportAsync(IPage page, bool scripts)
    {
        await page.GotoAsync(portal.Host.BaseUrl + "/?commune=57694");
        await page.ClickAsync("text=Signaler une anomalie");
        await page.ClickAsync("text=Continuer");
        await Expect(page.Locator("[data-errors]")).ToContainTextAsync("choisissez ce que vous voulez signaler");
        await LookAsync(page, scripts);
        await page.Locator("label", new() { HasText = "Arbres et espaces verts" }).ClickAsync();
        await page.ClickAsync("text=Continuer");
        await page.CheckAsync("input[value=danger]");
        await page.FillAsync("[name=description]", "Une branche menace de tomber sur le trottoir.");
        await page.SetInputFilesAsync("[name=photos]", Photo);
        await LookAsync(page, scripts);
        await page.ClickAsync("text=Continuer");
        await Expect(page.Locator("[name=commune]")).ToHaveValueAsync("vany");
        await page.FillAsync("[name=lieu]", "Devant le 12 rue de l’Église");
        await LookAsync(page, scripts);
        await page.ClickAsync("text=Continuer");
        await LookAsync(page, scripts);
        await page.ClickAsync("text=Continuer");
        await Expect(page.Locator(".files img")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("La commune de Vany");
        await LookAsync(page, scripts);
        await page.ClickAsync("text=Envoyer ma demande");
        await LookAsync(page, scripts);
        return (await page.Locator("[data-code]").TextContentAsync())!.Trim();
    }

    private async Task AnswerAsync(string code)
    {
        var id = await portal.Host.UseAsync(async (FollowUp f) => (await f.FindAsync(SiteFactory.Portal.Codes.TrackingCode.Parse(code)!.Value, default))!.Id);
        var outcome = await portal.Host.UseAsync((AgentActions a) => a.ReplyAsync(Agents.Vany, id, 0, "Nous venons jeudi matin.", RequestStatus.Waiting, default));
        Assert.Equal(ActionOutcome.Done, outcome);
    }

    // axe is a script: without any, the same pages are checked in the other walk.
    private static Task LookAsync(IPage page, bool scripts) => scripts ? PortalBrowser.CheckAsync(page) : Task.CompletedTask;
}
