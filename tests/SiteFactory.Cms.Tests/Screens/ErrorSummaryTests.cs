using AngleSharp.Html.Parser;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Screens;

/// <summary>What is wrong with a form is told in the order in which somebody goes through it.</summary>
public sealed class ErrorSummaryTests : IAsyncLifetime
{
    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData("/s/vany/reglages", "", "Phone=abc|Email=mairie|Latitude=nord|Week.Days[1].From=18:00", 4)]
    [InlineData("/s/vany/reglages/mentions", "", "PublicationDirector=|HostName=Hébergeur|HostPhone=abc|DataProtectionName=Déléguée|DataProtectionEmail=x", 3)]
    [InlineData("/s/vany/agenda/nouveau", "Publish", "Title=|StartDate=demain|Latitude=nord", 3)]
    [InlineData("/s/vany/alertes/nouveau", "Publish", "Title=|From=demain|Until=hier", 3)]
    public async Task Errors_stand_in_the_order_of_their_fields(string path, string handler, string typed, int least)
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        // A new item gets its address first.
        using (var opened = await visitor.GetAsync(path))
            path = opened.Headers.Location?.ToString() ?? path;
        using var response = await visitor.SubmitAsync(path, handler, [.. typed.Split('|').Select(f => (f.Split('=')[0], f.Split('=')[1]))]);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        var fields = page.QuerySelectorAll(".message-error a").Select(a => a.GetAttribute("href")![1..]).ToList();
        Assert.True(fields.Count >= least, $"Only {string.Join(", ", fields)} are wrong.");
        Assert.Equal(page.QuerySelectorAll("form [id]").Select(e => e.Id!).Where(fields.Contains), fields.Distinct());
    }
}
