using System.Net;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Screens;

public sealed class CheckTests : IAsyncLifetime
{
    private static readonly string Page = $"/s/vany/pages/{SampleTerritory.VanyPage}";

    private CmsHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await CmsHost.BorrowAsync();
        _visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("Body", "Voyez [ici](/nulle-part/).")]
    [InlineData("Body", "::: inconnu\n:::")]
    [InlineData("Body", "Voyez [plus bas](#nulle-part).")]
    [InlineData("Image", "media/absente.jpg")]
    [InlineData("RedirectFrom", "/contact/")]
    public async Task What_would_break_the_site_is_not_published_and_is_told_beside_its_field(string field, string value)
    {
        using var response = await _visitor.SubmitAsync(Page, "Publish", (field, value));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var text = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.NotNull(text.QuerySelector($"#{field}-erreur"));
        var item = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.Id == SampleTerritory.VanyPage));
        Assert.DoesNotContain(value, item.LiveText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_to_what_the_site_has_are_published()
    {
        using var response = await _visitor.SubmitAsync(Page, "Publish", ("Body", "[Accueil](/), [agenda](/agenda/), [fête](/agenda/fete/), [mairie](/annuaire/mairie/), [actualité](/actualites/rentree/), [elle-même](/vie-municipale/conseil/), [flux](/actualites/flux.xml)."));
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_place_that_events_name_is_not_thrown_away()
    {
        var place = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.SiteKey == "vany" && i.Key == "mairie"));
        using var response = await _visitor.SubmitAsync($"/s/vany/annuaire/{place.Id}", "Withdraw");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull((await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.Id == place.Id))).LiveText);
    }

    [Fact]
    public async Task A_page_that_others_lead_to_leaves_once_its_address_leads_elsewhere()
    {
        var (from, to) = await _host.InDatabaseAsync(async d => (await d.Items.SingleAsync(i => i.SiteKey == "vany" && i.Key == "rentree"), await d.Items.SingleAsync(i => i.SiteKey == "vany" && i.Key == "mairie")));
        var linking = $"/s/vany/actualites/{from.Id}";
        using var linked = await _visitor.SubmitAsync(linking, "Publish", ("Body", "Voir [le conseil](/vie-municipale/conseil/)."));
        Assert.Equal(HttpStatusCode.Redirect, linked.StatusCode);
        using var kept = await _visitor.SubmitAsync(Page, "Withdraw");
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        var asked = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await kept.Content.ReadAsStringAsync());
        Assert.Contains(asked.QuerySelectorAll("#vers option"), o => o.GetAttribute("value") == to.Id.ToString());
        using var led = await _visitor.SubmitAsync(asked, Page, "Withdraw", ("vers", to.Id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, led.StatusCode);
        var (gone, target) = await _host.InDatabaseAsync(async d => (await d.Items.SingleAsync(i => i.Id == SampleTerritory.VanyPage), await d.Items.SingleAsync(i => i.Id == to.Id)));
        Assert.Null(gone.LiveText);
        Assert.Contains("/vie-municipale/conseil/", target.LiveText, StringComparison.Ordinal);
        // The link that led there is a good one still.
        using var again = await _visitor.SubmitAsync(linking, "Publish", ("Summary", "Encore."));
        Assert.True(again.StatusCode == HttpStatusCode.Redirect, await again.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("pages")]
    [InlineData("actualites")]
    [InlineData("agenda")]
    [InlineData("annuaire")]
    [InlineData("documents")]
    [InlineData("alertes")]
    public async Task Enter_in_a_field_saves(string segment)
    {
        var page = await _visitor.OpenAsync($"/s/vany/{segment}/{Guid.NewGuid()}?nouveau=true");
        // What a browser presses for Enter: the first button of the form that sends it.
        var first = page.QuerySelector("form.editor button:not([type]), form.editor button[type=submit]")!;
        Assert.Contains("handler=Save", first.GetAttribute("formaction"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_the_directory_lacks_is_added_from_the_event_and_what_was_typed_stays()
    {
        var path = $"/s/vany/agenda/{Guid.NewGuid()}?nouveau=true";
        using var added = await _visitor.SubmitAsync(path, "CreatePlace", ("Title", "Bal des pompiers"), ("Body", "Venez danser."), ("Price", "5 €"), ("LocationName", "Caserne de Vany"), ("LocationAddress", "3 rue du Feu"));
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await added.Content.ReadAsStringAsync());
        Assert.Equal(("Bal des pompiers", "5 €"), (form.QuerySelector("#Title")!.GetAttribute("value"), form.QuerySelector("#Price")!.GetAttribute("value")));
        Assert.Equal("caserne-de-vany", form.QuerySelector("#Place option[selected]")!.GetAttribute("value"));
        var place = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.Key == "caserne-de-vany"));
        Assert.Contains("3 rue du Feu", place.LiveText, StringComparison.Ordinal);
        using var published = await _visitor.SubmitAsync(form, path, "Publish");
        Assert.True(published.StatusCode == HttpStatusCode.Redirect, await published.Content.ReadAsStringAsync());
        Assert.Contains("place: caserne-de-vany", await _host.InDatabaseAsync(d => d.Items.Where(i => i.Key == "bal-des-pompiers").Select(i => i.LiveText!).SingleAsync()), StringComparison.Ordinal);
        using var nameless = await _visitor.SubmitAsync(path, "CreatePlace", ("Title", "Bal"));
        Assert.Contains("LocationName-erreur", await nameless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_health_page_names_the_item_and_leads_to_its_field()
    {
        await _host.InDatabaseAsync(async d =>
        {
            var item = await d.Items.SingleAsync(i => i.SiteKey == "vany" && i.Key == "rentree");
            item.LiveText = item.LiveText!.Replace("title: La rentrée", "title: La rentrée\ntopics: [inconnue]", StringComparison.Ordinal).Replace("C’est", "[Lien](/perdu/) C’est", StringComparison.Ordinal);
            d.Outbox.Add(new() { At = _host.Clock.GetCurrentInstant(), SiteKey = "vany", Subject = "essai", PersonName = "essai", Paths = item.LivePath! });
            return await d.SaveChangesAsync();
        });
        var page = await _visitor.OpenAsync("/s/vany/sante");
        Assert.Contains(page.QuerySelectorAll(".health li"), l => l.TextContent.Contains("La rentrée", StringComparison.Ordinal) && l.QuerySelector("a[href$='#Topics']") is not null);
        using var check = await _visitor.SubmitAsync(page, "/s/vany/sante", "");
        Assert.Equal(HttpStatusCode.Redirect, check.StatusCode);
    }

    [Fact]
    public async Task The_complete_check_follows_every_link()
    {
        await _host.InDatabaseAsync(async d =>
        {
            var item = await d.Items.SingleAsync(i => i.SiteKey == "vany" && i.Key == "rentree");
            item.LiveText = item.LiveText!.Replace("C’est", "[Lien](/perdu/) C’est", StringComparison.Ordinal);
            d.Outbox.Add(new() { At = _host.Clock.GetCurrentInstant(), SiteKey = "vany", Subject = "essai", PersonName = "essai", Paths = item.LivePath! });
            return await d.SaveChangesAsync();
        });
        using var check = await _visitor.SubmitAsync("/s/vany/sante", "");
        var page = await _visitor.OpenAsync("/s/vany/sante");
        Assert.Contains(page.QuerySelectorAll(".health-broken"), l => l.TextContent.Contains("/perdu/", StringComparison.Ordinal) && l.QuerySelector("a[href$='#Body']") is not null);
    }

    [Theory]
    [InlineData("rentree")]
    [InlineData("RENTRÉES")]
    [InlineData("conseil municipal")]
    public async Task Search_forgives_accents_and_endings(string words)
    {
        var page = await _visitor.OpenAsync("/s/vany/recherche?q=" + Uri.EscapeDataString(words));
        Assert.NotEmpty(page.QuerySelectorAll(".hits li"));
    }

    [Theory]
    [InlineData("\" OR 1=1 --")]
    [InlineData("NEAR( * ^ : ' \\ ) & | ! <->")]
    [InlineData("secrete")]
    public async Task Search_takes_everything_for_words_and_stays_on_its_site(string words)
    {
        var page = await _visitor.OpenAsync("/s/vany/recherche?q=" + Uri.EscapeDataString(words));
        Assert.DoesNotContain("Histoire secrète", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_is_found_as_soon_as_it_is_saved_and_no_longer_when_it_is_gone()
    {
        using var saved = await _visitor.SubmitAsync(Page, "Save", ("Body", "Un hippocampe présente ses Vœux à l’École."));
        Assert.Single((await _visitor.OpenAsync("/s/vany/recherche?q=hippocampes")).QuerySelectorAll(".hits li"));
        Assert.Single((await _visitor.OpenAsync("/s/vany/recherche?q=voeux+ecole+hippo")).QuerySelectorAll(".hits li"));
        using var changed = await _visitor.SubmitAsync(Page, "Save", ("Body", "Rien."));
        Assert.Empty((await _visitor.OpenAsync("/s/vany/recherche?q=hippocampes")).QuerySelectorAll(".hits li"));
    }
}
