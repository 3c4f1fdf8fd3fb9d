using static Microsoft.Playwright.Assertions;

namespace SiteFactory.Browser.Tests;

/// <summary>Everything can be reached and left without a mouse.</summary>
[Collection(BrowserTests.Name)]
public sealed class KeyboardTests(Sites sites)
{
    [Fact]
    public async Task The_first_stop_leads_past_the_header()
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/");
        await visitor.Page.Keyboard.PressAsync("Tab");
        var skip = visitor.Page.Locator(".skip a[href='#contenu']");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(visitor.Page.Locator("#contenu")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task The_menu_opens_and_closes()
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/");
        var section = visitor.Page.Locator(".menu__item > details").First;
        var panel = section.Locator(".menu__panel");
        await Expect(panel).ToBeHiddenAsync();
        await section.Locator("summary").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(panel).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Expect(panel.Locator("a").First).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToBeHiddenAsync();
        await Expect(section.Locator("summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task One_section_of_the_menu_is_open_at_a_time()
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync("/");
        var sections = visitor.Page.Locator(".menu__item > details");
        await sections.Nth(0).Locator("summary").PressAsync("Enter");
        await sections.Nth(1).Locator("summary").PressAsync("Enter");
        await Expect(sections.Nth(0).Locator(".menu__panel")).ToBeHiddenAsync();
        await Expect(sections.Nth(1).Locator(".menu__panel")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/annuaire/")]
    [InlineData("/recherche/")]
    public async Task The_focus_goes_through_the_page_in_its_order_and_is_seen(string path)
    {
        await using var visitor = await Visitor.ComeAsync(sites);
        await visitor.GoAsync(path);
        var last = -1;
        for (var stop = 0; stop < 40; stop++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            var focus = await visitor.Page.EvaluateAsync<Stop>(Stop.Script);
            if (focus.Index < 0)
                break;
            Assert.True(focus.Index > last, $"{focus.Name} comes after a later element.");
            Assert.True(focus.Shown, $"{focus.Name} has the focus and is not seen.");
            last = focus.Index;
        }
        Assert.True(last > 0);
    }

    /// <summary>What has the focus.</summary>
    private sealed record Stop
    {
        public const string Script = """
            () => {
              const element = document.activeElement;
              if (!element || element === document.body) return { Index: -1, Name: '', Shown: true };
              const box = element.getBoundingClientRect();
              const ringed = [element, element.parentElement, element.parentElement?.parentElement, element.querySelector('*')].filter(Boolean).some(one => {
                const style = getComputedStyle(one);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
              });
              return {
                Index: [...document.querySelectorAll('*')].indexOf(element),
                Name: element.outerHTML.slice(0, 120),
                Shown: box.width > 0 && box.height > 0 && ringed,
              };
            }
            """;

        /// <summary>Its place in the document; -1 when the page has none.</summary>
        public int Index { get; set; }

        public string Name { get; set; } = "";

        /// <summary>It has a size, and something around it tells that it has the focus.</summary>
        public bool Shown { get; set; }
    }
}
