using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Screens;

public sealed class PageTreeTests : IAsyncLifetime
{
    private const string Territory = """

        -- vany/pages/mairie.md --
        ---
        title: La mairie
        order: 10
        ---
        Bienvenue.
        -- vany/pages/mairie/horaires.md --
        ---
        title: Les horaires
        order: 20
        ---
        Ouvert.
        -- vany/pages/mairie/equipe.md --
        ---
        title: L’équipe
        order: 10
        ---
        Trois personnes.
        -- vany/pages/pratique.md --
        ---
        title: Vie pratique
        order: 20
        ---
        Des [horaires](/mairie/horaires/).
        """;

    private CmsHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        var menu = SampleTerritory.Text.Replace("name: Vany\n", "name: Vany\nnavigation: [{ label: Horaires, page: /mairie/horaires/ }]\n", StringComparison.Ordinal);
        _host = await CmsHost.BorrowAsync(menu + Territory);
        _visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_page_that_moves_takes_its_children_along_and_leaves_redirections()
    {
        var page = await PageAsync("mairie");
        await DoneAsync(_visitor.SubmitAsync($"/s/vany/pages/{page.Id}/deplacer", "", ("Parent", "pratique"), ("Name", "hotel-de-ville")));
        var moved = await PageAsync("pratique/hotel-de-ville");
        var child = await PageAsync("pratique/hotel-de-ville/horaires");
        Assert.Equal(page.Id, moved.Id);
        Assert.Contains("/mairie/", moved.LiveText, StringComparison.Ordinal);
        Assert.Contains("redirectFrom: [/mairie/horaires/]", child.LiveText!.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("vany/pages/pratique/hotel-de-ville/horaires.md", child.LivePath);
        var site = await _host.InDatabaseAsync(d => d.Sites.SingleAsync(s => s.Key == "vany"));
        Assert.Contains("/pratique/hotel-de-ville/horaires/", site.Text, StringComparison.Ordinal);
        var paths = await _host.InDatabaseAsync(d => d.Outbox.Select(o => o.Paths).ToListAsync());
        Assert.Contains(paths, p => p.Contains("vany/pages/mairie/horaires.md", StringComparison.Ordinal) && p.Contains("vany/pages/pratique/hotel-de-ville/horaires.md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_that_comes_back_leaves_no_redirection_to_itself()
    {
        var page = await PageAsync("mairie");
        await DoneAsync(_visitor.SubmitAsync($"/s/vany/pages/{page.Id}/deplacer", "", ("Parent", ""), ("Name", "hotel")));
        await DoneAsync(_visitor.SubmitAsync($"/s/vany/pages/{page.Id}/deplacer", "", ("Parent", ""), ("Name", "mairie")));
        var back = await PageAsync("mairie");
        Assert.Contains("/hotel/", back.LiveText, StringComparison.Ordinal);
        Assert.DoesNotContain("redirectFrom: [/mairie/", back.LiveText!.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_change_the_order_and_the_level()
    {
        var hours = await PageAsync("mairie/horaires");
        await StepAsync(hours.Id, "haut");
        var tree = await _visitor.OpenAsync("/s/vany/pages");
        var titles = tree.QuerySelectorAll("[data-key^='mairie/'] > .leaf .leaf-title").Select(t => t.TextContent);
        Assert.Equal(["Les horaires", "L’équipe"], titles);
        await StepAsync(hours.Id, "hors");
        Assert.Equal(hours.Id, (await PageAsync("horaires")).Id);
        await StepAsync(hours.Id, "dans");
        Assert.Equal(hours.Id, (await PageAsync("mairie/horaires")).Id);
    }

    [Fact]
    public async Task A_page_cannot_move_under_itself_nor_where_another_one_is()
    {
        var page = await PageAsync("mairie");
        using var into = await _visitor.SubmitAsync($"/s/vany/pages/{page.Id}/deplacer", "", ("Parent", "mairie/horaires"), ("Name", "mairie"));
        Assert.Equal(HttpStatusCode.OK, into.StatusCode);
        using var taken = await _visitor.SubmitAsync($"/s/vany/pages/{page.Id}/deplacer", "", ("Parent", ""), ("Name", "pratique"));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        using var reserved = await _visitor.SubmitAsync($"/s/vany/pages/{page.Id}/deplacer", "", ("Parent", ""), ("Name", "actualites"));
        Assert.Equal(HttpStatusCode.OK, reserved.StatusCode);
        Assert.Equal(page.Id, (await PageAsync("mairie")).Id);
    }

    [Fact]
    public async Task A_page_that_others_lead_to_is_not_thrown_away()
    {
        var hours = await PageAsync("mairie/horaires");
        using var refused = await _visitor.SubmitAsync($"/s/vany/pages/{hours.Id}", "Delete");
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("Vie pratique", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotNull((await PageAsync("mairie/horaires")).LiveText);
    }

    private async Task StepAsync(Guid id, string step)
    {
        var page = await _visitor.OpenAsync("/s/vany/pages");
        var button = Assert.IsAssignableFrom<IHtmlButtonElement>(page.QuerySelector($"button[name=step][value='{step} {id}']:enabled"));
        var token = button.Form!.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent([new("step", button.Value), new("__RequestVerificationToken", token)]);
        using var response = await _visitor.Client.PostAsync(new Uri("/s/vany/pages?handler=Step", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, response.StatusCode + await response.Content.ReadAsStringAsync());
    }

    private Task<ItemRecord> PageAsync(string key) => _host.InDatabaseAsync(d => d.Items.AsNoTracking().SingleAsync(i => i.SiteKey == "vany" && i.Key == key && i.Kind == SiteFactory.Content.Model.ContentKind.Page));
}
