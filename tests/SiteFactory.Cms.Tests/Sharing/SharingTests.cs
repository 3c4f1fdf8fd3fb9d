using System.Net;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Tests.Sharing;

/// <summary>What others offer to a site, and what the site does with it.</summary>
public sealed class SharingTests : IAsyncLifetime
{
    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_inbox_tells_what_is_offered_and_why()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        var page = await visitor.OpenAsync("/s/vany/partage");
        var line = page.QuerySelectorAll(".items li").Single(l => l.TextContent.Contains("Le tri change", StringComparison.Ordinal));
        Assert.Contains("Métropole d’essai", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("règle", line.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_refusal_is_kept_and_announced_for_that_site_alone()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync("/s/vany/partage", "Refuse", ("item", SampleTerritory.MetropoleNews.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var overlay = await _host.InDatabaseAsync(d => d.Overlays.SingleAsync());
        Assert.Equal(("vany", OverlayDecision.Refused), (overlay.SiteKey, overlay.Decision));
        Assert.Equal("vany/overlays.yaml", await _host.InDatabaseAsync(d => d.Outbox.OrderBy(o => o.Id).Select(o => o.Paths).LastAsync()));
        var page = await visitor.OpenAsync("/s/vany/partage");
        Assert.Contains("Le tri change", page.QuerySelector("[aria-labelledby=etat-Refused]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_local_note_and_a_pin_are_kept()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync($"/s/vany/partage/{SampleTerritory.MetropoleNews}", "Save", ("Pinned", "true"), ("Note", "À Vany, le bac est vert."));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var overlay = await _host.InDatabaseAsync(d => d.Overlays.SingleAsync());
        Assert.Equal((true, "À Vany, le bac est vert.", null), (overlay.Pinned, overlay.Note, overlay.Decision));
    }

    [Fact]
    public async Task A_copy_is_a_draft_of_ones_own_and_the_original_goes()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync($"/s/vany/partage/{SampleTerritory.MetropoleNews}", "Copy");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var copy = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.SiteKey == "vany" && i.Title == "Le tri change"));
        Assert.Null(copy.LiveText);
        Assert.NotEqual(SampleTerritory.MetropoleNews, copy.Id);
        Assert.Equal(OverlayDecision.Refused, await _host.InDatabaseAsync(d => d.Overlays.Select(o => o.Decision).SingleAsync()));
    }

    [Fact]
    public async Task A_contributor_sees_the_inbox_and_decides_nothing()
    {
        using var visitor = await _host.SignedInAsync("contributrice", null, ("vany", SiteRole.Contributor));
        var page = await visitor.OpenAsync("/s/vany/partage");
        Assert.Empty(page.QuerySelectorAll("main form"));
        using var body = new FormUrlEncodedContent([new("item", SampleTerritory.MetropoleNews.ToString())]);
        using var response = await visitor.Client.PostAsync(new Uri("/s/vany/partage?handler=Refuse", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Before_publishing_one_sees_where_it_will_show_and_why()
    {
        using var communication = await _host.SignedInAsync("communication", TerritoryRole.Communication);
        var page = await communication.OpenAsync($"/s/metropole/diffusion/{SampleTerritory.MetropoleNews}");
        Assert.Contains("3", page.QuerySelector("main .message")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vany", page.QuerySelector("[aria-labelledby=etat-Shown]")!.TextContent, StringComparison.Ordinal);
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var foreign = await visitor.GetAsync($"/s/vany/diffusion/{SampleTerritory.MetropoleNews}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }

    [Fact]
    public async Task Rules_are_kept_in_the_order_of_their_ranks()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync("/s/vany/partage/regles", "", ("Rules[0].Rank", "9"), ("Rules[2].From", "chieulles"), ("Rules[2].Mode", "Never"), ("Rules[2].Rank", "1"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var text = await _host.InDatabaseAsync(d => d.Sites.Where(s => s.Key == "vany").Select(s => s.Text).SingleAsync());
        Assert.True(text.IndexOf("from: chieulles", StringComparison.Ordinal) < text.IndexOf("from: metropole", StringComparison.Ordinal), text);
    }
}
