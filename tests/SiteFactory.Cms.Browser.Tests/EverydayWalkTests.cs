using Microsoft.Playwright;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>Everyday services, from sign-in to the live static page, on a desk and on a telephone.</summary>
public sealed class EverydayWalkTests(BackOffice office) : IClassFixture<BackOffice>
{
    /// <summary>The tasks' names on the home page.</summary>
    internal const string Menus = "Saisir les menus de la cantine", Works = "Annoncer des travaux";

    private const string Save = "Enregistrer et publier";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_menus_of_a_week_are_typed(bool phone)
    {
        await using var walk = await Walk.StartAsync(office, phone, Menus);
        var starter = walk.Page.GetByLabel("Entrée, 23 novembre");
        await starter.FillAsync("Velouté mangé " + walk.Device);
        await walk.PressAsync("lait");
        await Assertions.Expect(starter).ToHaveValueAsync($"Velouté mangé {walk.Device} (lait)");
        await walk.PressAsync(Save);
        await walk.LiveAsync("Le menu de la semaine du 23 novembre 2026");
        await walk.OpenLiveAsync("/quotidien/");
        await walk.SeesAsync("Velouté mangé " + walk.Device);
        await walk.SeesAsync("Allergènes : lait");
    }

    [Fact]
    public async Task Who_types_before_the_script_arrives_adds_allergens_too()
    {
        await using var editor = await Editor.ComeAsync(office);
        var typed = new TaskCompletionSource();
        await editor.Page.RouteAsync("**/quotidien.js", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await editor.Page.GotoAsync("/s/vany/cantine?semaine=2026-11-23", new() { WaitUntil = WaitUntilState.Commit });
        var starter = editor.Page.GetByLabel("Entrée, 23 novembre");
        await starter.FillAsync("Soupe");
        typed.SetResult();
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "lait", Exact = true }).ClickAsync();
        await Assertions.Expect(starter).ToHaveValueAsync("Soupe (lait)");
        editor.AssertClean();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Works_are_told_with_their_place_on_the_map(bool phone)
    {
        await using var walk = await Walk.StartAsync(office, phone, Works);
        // The tiles are another server's: without them the map still takes a click.
        await walk.Page.RouteAsync("https://data.geopf.fr/**", route => route.AbortAsync());
        var title = "La rue du Moulin vue " + walk.Device;
        await walk.FillAsync("Intitulé", title);
        await walk.FillAsync("Premier jour", "2026-12-01");
        await walk.ChooseAsync("Ce qui change pour la circulation", "Route barrée");
        await walk.PressAsync("Ouvrir la carte");
        await walk.Page.Locator(".place-map").ClickAsync();
        await walk.SeesAsync("Le point est placé.");
        await Assertions.Expect(walk.Page.GetByLabel("Latitude")).Not.ToHaveValueAsync("");
        await DrawAsync(walk);
        await walk.PressAsync(Save);
        await walk.LiveAsync(title);
        await walk.OpenLiveAsync("/quotidien/");
        await walk.SeesAsync(title);
        await walk.SeesAsync("À partir du mardi 1er décembre 2026, fin non connue");
    }

    private static async Task DrawAsync(Walk walk)
    {
        var map = walk.Page.Locator(".place-map");
        var points = walk.Page.Locator("#Line");
        await walk.Page.GetByLabel("ajoute un point au tronçon").CheckAsync();
        await map.ClickAsync(new() { Position = new() { X = 90, Y = 200 } });
        await walk.SeesAsync("Le tronçon commence ici");
        await map.ClickAsync(new() { Position = new() { X = 200, Y = 240 } });
        await walk.SeesAsync("Le tronçon a 2 points.");
        // Without a mouse: the middle of the map.
        await map.FocusAsync();
        await map.PressAsync("Enter");
        await walk.SeesAsync("Le tronçon a 3 points.");
        await walk.PressAsync("Retirer le dernier point");
        await walk.SeesAsync("Le tronçon a 2 points.");
        var written = (await points.InputValueAsync()).Split('\n');
        Assert.Equal(2, written.Length);
        Assert.All(written, point => Assert.StartsWith("49.", point, StringComparison.Ordinal));
    }
}
