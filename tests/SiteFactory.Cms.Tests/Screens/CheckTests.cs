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
