using System.Globalization;
using System.Text;
using System.Text.Json;
using SiteFactory.Generator.Plan;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>What pages say, to people and to machines.</summary>
public sealed class PageTests(SampleSite sample) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("/", "GovernmentOffice")]
    [InlineData("/contact/", "GovernmentOffice")]
    [InlineData("/actualites/vendanges/", "NewsArticle")]
    [InlineData("/agenda/fete-du-village/", "Event")]
    [InlineData("/annuaire/salle/", "Place")]
    [InlineData("/annuaire/mairie/", "GovernmentOffice")]
    [InlineData("/annuaire/boulangerie/", "LocalBusiness")]
    public void Structured_data_parses_and_says_what_it_is(string address, string type)
    {
        var scripts = sample.Vany.Page(address).QuerySelectorAll("script[type='application/ld+json']");
        using var json = JsonDocument.Parse(Assert.Single(scripts).TextContent);
        Assert.Equal(type, json.RootElement.GetProperty("@type").GetString());
        Assert.Equal("https://schema.org", json.RootElement.GetProperty("@context").GetString());
    }

    [Fact]
    public void Titles_and_summaries_are_typeset_as_texts_are()
    {
        using var territory = new TestTerritory();
        territory.Set("vany/pages/essai.md", "---\ntitle: \"L'été : qui vient ?\"\nsummary: \"C'est ouvert !\"\n---\nTexte.\n");
        territory.Set("vany/news/2026-10-06-essai.md", "---\ntitle: \"L'eau : une coupure\"\ndate: 2026-10-06\n---\n");
        var site = territory.Built().Site("vany");
        var page = site.Page("/essai/");
        Assert.Equal("L\u2019été\u00a0: qui vient\u202f?", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.StartsWith("L\u2019été\u00a0: qui vient\u202f?", page.Title, StringComparison.Ordinal);
        Assert.Equal("C\u2019est ouvert\u202f!", site.Meta("/essai/", "description"));
        Assert.Contains(page.QuerySelectorAll("nav a[href='/essai/']"), a => a.TextContent.Contains("L\u2019été\u00a0:", StringComparison.Ordinal));
        Assert.Contains("L\u2019eau\u00a0: une coupure", site.Page("/actualites/").QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("L\u2019eau\u00a0: une coupure", site.Page("/actualites/essai/").QuerySelector("h1")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("marche", "EventCancelled")]
    [InlineData("loto", "EventPostponed")]
    [InlineData("theatre", "EventScheduled")]
    public void An_events_state_is_in_its_structured_data(string key, string state)
    {
        var script = sample.Vany.Page($"/agenda/{key}/").QuerySelector("script[type='application/ld+json']")!.TextContent;
        using var json = JsonDocument.Parse(script);
        Assert.Equal("https://schema.org/" + state, json.RootElement.GetProperty("eventStatus").GetString());
    }

    [Theory]
    [InlineData("marche", "Annulé")]
    [InlineData("loto", "Reporté")]
    [InlineData("theatre", "Complet")]
    public void An_events_state_is_said_on_its_page_and_in_the_agenda(string key, string word)
    {
        Assert.Contains(word, sample.Vany.Words($"/agenda/{key}/"), StringComparison.Ordinal);
        Assert.Contains(word, sample.Vany.Words("/agenda/"), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_graph_and_description_come_from_the_content()
    {
        const string Address = "/actualites/vendanges/";
        Assert.Equal("Les vendanges", sample.Vany.Meta(Address, "og:title"));
        Assert.Equal("article", sample.Vany.Meta(Address, "og:type"));
        Assert.Equal("https://www.vany.example" + Address, sample.Vany.Meta(Address, "og:url"));
        // A drawing is no picture that other sites can show.
        Assert.Null(sample.Vany.Meta(Address, "og:image"));
        Assert.Equal("Elles commencent.", sample.Vany.Meta(Address, "description"));
        Assert.Equal("website", sample.Vany.Meta("/", "og:type"));
    }

    [Fact]
    public void Every_page_that_is_indexed_describes_itself()
    {
        var silent = sample.Vany.Pages()
            .Where(p => sample.Vany.Meta(p, "robots") is null && string.IsNullOrWhiteSpace(sample.Vany.Meta(p, "description")));
        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("Trois mots ici.", "Trois mots ici.")]
    [InlineData("", "")]
    public void A_short_beginning_is_the_whole_text(string text, string expected) =>
        Assert.Equal(expected, Descriptions.Beginning(text));

    [Fact]
    public void A_long_text_is_cut_between_two_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("commune,", 40));
        var beginning = Descriptions.Beginning(text);
        Assert.True(beginning.Length <= 156, beginning);
        Assert.EndsWith("commune…", beginning, StringComparison.Ordinal);
        Assert.Equal(new string('a', 154) + "…", Descriptions.Beginning(new string('a', 500)));
    }

    [Fact]
    public void Pages_that_are_no_content_ask_not_to_be_indexed()
    {
        Assert.Contains("noindex", sample.Vany.Meta("/404.html", "robots"), StringComparison.Ordinal);
        Assert.Contains("noindex", sample.Vany.Meta("/hors-connexion/", "robots"), StringComparison.Ordinal);
        Assert.Null(sample.Vany.Meta("/", "robots"));
        Assert.Null(sample.Vany.Canonical("/404.html"));
    }

    [Fact]
    public void A_breadcrumb_leads_back_through_the_tree()
    {
        var crumbs = sample.Vany.Page("/vie-municipale/mairie/").QuerySelectorAll("nav[aria-label] ol a[href]").Select(a => a.GetAttribute("href"));
        Assert.Equal(["/", "/vie-municipale/"], crumbs.Take(2));
        Assert.Contains("/actualites/", sample.Vany.Links("/actualites/vendanges/"));
    }

    [Fact]
    public void The_menu_follows_the_order_of_the_tree()
    {
        var menu = sample.Vany.Links("/", "header").Where(l => l.StartsWith('/')).ToList();
        Assert.True(menu.IndexOf("/vie-municipale/") < menu.IndexOf("/dechets/"), string.Join(' ', menu));
        Assert.True(menu.IndexOf("/vie-municipale/elus/") < menu.IndexOf("/vie-municipale/mairie/"), string.Join(' ', menu));
        Assert.Contains("/actualites/", menu);
        Assert.Contains("/agenda/", menu);
    }

    [Fact]
    public void The_page_one_is_on_is_marked_in_the_menu()
    {
        var current = sample.Vany.Page("/agenda/yoga/").QuerySelectorAll("header [aria-current]").Select(e => e.GetAttribute("href"));
        Assert.Equal(["/agenda/"], current);
    }

    [Fact]
    public void Long_lists_are_cut_into_pages_that_lead_to_each_other()
    {
        using var territory = new TestTerritory();
        for (var i = 1; i <= 25; i++)
            territory.Set(string.Create(CultureInfo.InvariantCulture, $"peltre/news/2026-09-{i:00}-n{i:00}.md"), string.Create(CultureInfo.InvariantCulture, $"---\ntitle: Nouvelle {i:00}\ndate: 2026-09-{i:00}\ntopics: [sport]\n---\n"));
        territory.Set("peltre/site.yaml", territory.Get("peltre/site.yaml") + "syndication:\n  - { from: metropole, mode: never }\n");
        territory.Built();
        var peltre = territory.Site("peltre");
        Assert.Contains("Nouvelle 25", peltre.Words("/actualites/"), StringComparison.Ordinal);
        Assert.Contains("Nouvelle 13", peltre.Words("/actualites/page/2/"), StringComparison.Ordinal);
        Assert.Contains("Nouvelle 01", peltre.Words("/actualites/page/3/"), StringComparison.Ordinal);
        Assert.False(peltre.Has("/actualites/page/4/"));
        Assert.Contains("/actualites/page/3/", peltre.Links("/actualites/page/2/"));
        Assert.Contains("/actualites/", peltre.Links("/actualites/page/2/"));
        Assert.True(peltre.Has("/actualites/theme/sport/page/2/"));
    }

    [Fact]
    public void A_topic_shows_its_own_news_only()
    {
        Assert.Contains("Les vendanges", sample.Vany.Words("/actualites/theme/culture/"), StringComparison.Ordinal);
        Assert.DoesNotContain("La collecte change", sample.Vany.Words("/actualites/theme/culture/"), StringComparison.Ordinal);
        Assert.Contains("/actualites/theme/dechets/", sample.Vany.Links("/actualites/"));
    }

    [Fact]
    public void A_file_to_download_is_published_with_its_size()
    {
        var link = sample.Vany.Page("/documents/deliberations/").QuerySelector("main a[href$='.pdf']")!;
        Assert.Equal("%PDF-1.4\n%%EOF\n", sample.Vany.Text(link.GetAttribute("href")!));
        Assert.Contains("PDF", link.ParentElement!.TextContent + link.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_runs_and_nothing_is_styled_inside_a_page()
    {
        foreach (var page in sample.Vany.Pages())
        {
            var document = sample.Vany.Page(page);
            Assert.All(document.QuerySelectorAll("script"), s => Assert.True(s.HasAttribute("src") || s.GetAttribute("type") == "application/ld+json", page));
            Assert.Empty(document.QuerySelectorAll("style, [style], [onclick], [onload], [onerror]"));
            Assert.Equal("fr", document.DocumentElement.GetAttribute("lang"));
            Assert.Single(document.QuerySelectorAll("h1"));
            Assert.True(Encoding.UTF8.GetByteCount(document.Source.Text) < 50_000, page);
        }
    }
}
