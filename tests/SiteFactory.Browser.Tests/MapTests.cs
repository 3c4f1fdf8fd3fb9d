using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Browser.Tests;

/// <summary>The map that is asked for: its places where they belong, with the tiles of another server or without them.</summary>
[Collection(BrowserTests.Name)]
public sealed class MapTests(Sites sites)
{
    private const string Tiles = "https://data.geopf.fr/**";

    /// <summary>The smallest PNG picture: one grey point, stretched over its tile.</summary>
    private static readonly byte[] Tile = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Every_place_lies_on_the_map_in_the_order_of_its_longitude()
    {
        await using var visitor = await ShowAsync(route => route.AbortAsync());
        var map = (await visitor.Page.Locator(".plan__map").BoundingBoxAsync())!;
        var spots = await SpotsAsync(visitor.Page);
        Assert.True(spots.Length > 20, $"{spots.Length} places");
        Assert.All(spots, s => Assert.True(
            s[0] > map.X && s[0] < map.X + map.Width && s[1] > map.Y && s[1] < map.Y + map.Height,
            $"({s[0]}, {s[1]}) is outside ({map.X}, {map.Y}, {map.Width}, {map.Height})"));
        var eastwards = spots.OrderBy(s => s[2]).Select(s => s[0]).ToList();
        Assert.Equal(eastwards.Order(), eastwards);
    }

    [Fact]
    public async Task Without_tiles_the_places_stay_and_the_visitor_is_told()
    {
        await using var visitor = await ShowAsync(route => route.AbortAsync());
        await Expect(visitor.Page.Locator(".plan__notice")).ToContainTextAsync("fond de carte");
        await Expect(visitor.Page.Locator(".plan__list a").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_tiles_the_map_is_covered_and_a_place_opens_its_name()
    {
        await using var visitor = await ShowAsync(route => route.FulfillAsync(new() { ContentType = "image/png", BodyBytes = Tile }));
        await Expect(visitor.Page.Locator(".leaflet-tile-loaded").First).ToBeVisibleAsync();
        Assert.True(await visitor.Page.EvaluateAsync<bool>("""
            () => {
              const map = document.querySelector('.plan__map').getBoundingClientRect();
              const tiles = [...document.querySelectorAll('.leaflet-tile')].map(t => t.getBoundingClientRect());
              const covered = (x, y) => tiles.some(t => t.left <= x && x <= t.right && t.top <= y && y <= t.bottom);
              return [0.1, 0.5, 0.9].every(a => [0.1, 0.5, 0.9].every(b => covered(map.left + a * map.width, map.top + b * map.height)));
            }
            """));
        await Expect(visitor.Page.Locator(".plan__notice")).ToBeHiddenAsync();
        await visitor.Page.Locator(".spot").First.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator(".leaflet-popup a").First).ToBeVisibleAsync();
    }

    private async Task<Visitor> ShowAsync(Func<IRoute, Task> tiles)
    {
        var visitor = await Visitor.ComeAsync(sites);
        visitor.ExpectFailures();
        await visitor.Page.RouteAsync(Tiles, tiles);
        await visitor.GoAsync("/carte/");
        await visitor.Page.Locator("[data-plan-show]").ClickAsync();
        await Expect(visitor.Page.Locator(".spot").First).ToBeVisibleAsync();
        return visitor;
    }

    // Where each marker's point touches the ground, and its place's longitude.
    private static async Task<double[][]> SpotsAsync(IPage page) => await page.EvaluateAsync<double[][]>("""
        () => {
          const places = [...document.querySelectorAll('[data-geo]')];
          return [...document.querySelectorAll('.spot')].map((spot, i) => {
            const box = spot.getBoundingClientRect();
            return [box.left + box.width / 2, box.bottom - 2, Number(places[i].dataset.geo.split(',')[1])];
          });
        }
        """);
}
