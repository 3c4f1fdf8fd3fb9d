using System.Net;
using AngleSharp.Html.Parser;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Portal.Requests;

namespace SiteFactory.Cms.Tests.Requests;

/// <summary>Agents at work on citizens' requests: each town hall on its own.</summary>
public sealed class RequestScreensTests : IAsyncLifetime
{
    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_agent_reads_and_answers_and_the_citizen_sees_it()
    {
        var sent = await SendAsync("vany");
        using var agent = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Contributor));
        var list = await agent.OpenAsync("/s/vany/demandes");
        Assert.Contains("Une branche menace", list.Body!.TextContent, StringComparison.Ordinal);
        var path = list.QuerySelector(".list tbody a")!.GetAttribute("href")!;
        using var done = await agent.SubmitAsync(path, "Reply", ("Text", "Nous venons jeudi."), ("Status", "InProgress"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var citizen = await CitizenAsync("/demande/" + sent.Code);
        Assert.Contains("Nous venons jeudi.", citizen, StringComparison.Ordinal);
        Assert.Contains("En cours", citizen, StringComparison.Ordinal);
        Assert.DoesNotContain("camille", citizen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_of_another_town_hall_is_not_there()
    {
        var sent = await SendAsync("chieulles");
        using var agent = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        Assert.DoesNotContain("Une branche", (await agent.OpenAsync("/s/vany/demandes?etat=toutes")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in (string[])[$"/s/vany/demandes/{sent.Id}", $"/s/vany/demandes/{sent.Id}?handler=File&key=00"])
        {
            using var answer = await agent.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        using var there = await agent.GetAsync($"/s/chieulles/demandes/{sent.Id}");
        Assert.Equal(HttpStatusCode.Forbidden, there.StatusCode);
        using var table = await agent.GetAsync("/s/vany/demandes?handler=Table&etat=toutes");
        Assert.DoesNotContain("Une branche", await table.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SiteRole.Reader, null)]
    [InlineData(null, TerritoryRole.Communication)]
    public async Task Who_only_looks_at_a_site_does_not_read_what_citizens_write(SiteRole? site, TerritoryRole? territory)
    {
        using var visitor = await _host.SignedInAsync("curieux", territory, site is { } role ? [("vany", role)] : []);
        using var answer = await visitor.GetAsync("/s/vany/demandes");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Only_who_runs_the_site_changes_the_referential_and_erases()
    {
        var sent = await SendAsync("vany");
        using var agent = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Contributor));
        foreach (var path in (string[])["/s/vany/demandes/repartition", "/s/vany/demandes/donnees-personnelles"])
        {
            using var answer = await agent.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
        var page = await agent.OpenAsync($"/s/vany/demandes/{sent.Id}");
        Assert.DoesNotContain("handler=Erase", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        using var manager = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Webmaster));
        using var erased = await manager.SubmitAsync($"/s/vany/demandes/{sent.Id}", "Erase");
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        Assert.Contains("effacées", await CitizenAsync("/demande/" + sent.Code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_s_data_is_copied_at_once_and_erased_only_when_somebody_is_sure()
    {
        var sent = await SendAsync("vany");
        const string path = "/s/vany/demandes/donnees-personnelles";
        using var manager = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Webmaster));
        using var copy = await manager.SubmitAsync(path, "Export", ("Email", "Lou@Example.org"));
        Assert.Equal("application/zip", copy.Content.Headers.ContentType?.MediaType);
        using var unsure = await manager.SubmitAsync(path, "Erase", ("Email", "lou@example.org"));
        Assert.Equal(HttpStatusCode.OK, unsure.StatusCode);
        Assert.Contains("Une branche", await CitizenAsync("/demande/" + sent.Code), StringComparison.Ordinal);
        using var sure = await manager.SubmitAsync(path, "Erase", ("Email", "lou@example.org"), ("Sure", "true"));
        Assert.Equal(HttpStatusCode.Redirect, sure.StatusCode);
        Assert.DoesNotContain("Une branche", await CitizenAsync("/demande/" + sent.Code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transfer_moves_the_request_to_the_other_list()
    {
        var sent = await SendAsync("vany");
        using var agent = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Contributor));
        using var done = await agent.SubmitAsync($"/s/vany/demandes/{sent.Id}", "Transfer", ("Body", "metropole"), ("Text", "Voie métropolitaine."));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var gone = await agent.GetAsync($"/s/vany/demandes/{sent.Id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var other = await _host.SignedInAsync("sacha", TerritoryRole.Communication);
        var page = await other.OpenAsync($"/s/metropole/demandes/{sent.Id}");
        Assert.Contains("Voie métropolitaine.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_agents_the_second_is_told_that_the_request_changed()
    {
        var sent = await SendAsync("vany");
        using var first = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Contributor));
        using var second = await _host.SignedInAsync("alex", null, ("vany", SiteRole.Contributor));
        var path = $"/s/vany/demandes/{sent.Id}";
        var seen = await second.OpenAsync(path);
        using var done = await first.SubmitAsync(path, "Note", ("Text", "Vu."));
        using var late = await second.SubmitAsync(seen, path, "Note", ("Text", "Vu aussi."));
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Contains("modifié cette demande entre-temps", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_added_and_used()
    {
        using var manager = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Webmaster));
        using var added = await manager.SubmitAsync("/s/vany/demandes/repartition", "Add", ("Category", "signaler-une-anomalie/arbres"), ("Body", "metropole"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        await SendAsync("vany");
        Assert.DoesNotContain("Une branche", (await manager.OpenAsync("/s/vany/demandes")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_portal_answers_on_its_own_name_and_nothing_else_does()
    {
        Assert.Contains("Signaler une anomalie", await CitizenAsync("/"), StringComparison.Ordinal);
        foreach (var path in (string[])["/connexion", "/s/vany/demandes"])
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(path)).StatusCode);
        using var visitor = _host.Visitor();
        using var inside = await visitor.GetAsync("/suivi/");
        Assert.Equal(HttpStatusCode.NotFound, inside.StatusCode);
    }

    private Task<Submitted> SendAsync(string commune) => SampleRequests.SendAsync(_host, commune);

    private async Task<string> CitizenAsync(string path)
    {
        using var answer = await AskAsync(path);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).Body!.TextContent;
    }

    private async Task<HttpResponseMessage> AskAsync(string path)
    {
        using var visitor = _host.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Host = "services.localhost";
        var answer = await visitor.Client.SendAsync(request);
        await answer.Content.LoadIntoBufferAsync();
        return answer;
    }
}
