using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.People;

public sealed class InvitationTests : IAsyncLifetime
{
    private const string Password = "quatre girafes violettes dansent";

    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_invited_person_makes_an_account_and_works_at_once()
    {
        using var webmaster = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        var link = await InviteAsync(webmaster, "/s/vany/equipe", ("Form.Role", "Contributor"));
        using var invited = _host.Visitor();
        using var accepted = await AcceptAsync(invited, link);
        Assert.Equal("/", accepted.Headers.Location?.ToString());
        await invited.OpenAsync("/s/vany/pages");
        using var foreign = await invited.GetAsync("/s/chieulles/pages");
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        using var webmaster = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        var link = await InviteAsync(webmaster, "/s/vany/equipe", ("Form.Role", "Reader"));
        using var first = _host.Visitor();
        using var accepted = await AcceptAsync(first, link);
        using var second = _host.Visitor();
        var page = await second.OpenAsync(link);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_link_is_too_old_after_a_week()
    {
        using var webmaster = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        var link = await InviteAsync(webmaster, "/s/vany/equipe", ("Form.Role", "Reader"));
        _host.Clock.Advance(Duration.FromDays(8));
        using var late = _host.Visitor();
        var page = await late.OpenAsync(link);
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task The_database_does_not_hold_the_links_secret()
    {
        using var webmaster = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        var link = await InviteAsync(webmaster, "/s/vany/equipe", ("Form.Role", "Reader"));
        var secret = link[(link.LastIndexOf('/') + 1)..];
        var kept = await _host.InDatabaseAsync(d => d.Invitations.Select(i => i.SecretHash).SingleAsync());
        Assert.NotEqual(secret, kept);
        Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webmaster_cannot_invite_to_the_territory_or_to_another_commune()
    {
        using var webmaster = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var territory = await webmaster.SubmitAsync("/s/vany/equipe", "Invite", ("Form.Name", "X"), ("Form.Email", "x@example.org"), ("Form.Role", "Administrator"));
        using var foreign = await webmaster.SubmitAsync("/s/vany/equipe", "Invite", ("Form.Name", "Y"), ("Form.Email", "y@example.org"), ("Form.Role", "Webmaster"), ("Form.Site", "chieulles"));
        var invitations = await _host.InDatabaseAsync(d => d.Invitations.ToListAsync());
        Assert.Equal("vany", Assert.Single(invitations).SiteKey);
    }

    [Theory]
    [InlineData("motdepasse2026")]
    [InlineData("Azertyuiop12!")]
    [InlineData("M0td€p@sse123")]
    [InlineData("aaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("123456789012")]
    [InlineData("LibertéÉgalitéFraternité")]
    [InlineData("invitee@example.org")]
    [InlineData("court")]
    public async Task A_password_that_is_tried_first_is_refused_and_the_form_kept(string password)
    {
        using var administrator = await _host.SignedInAsync("chef", TerritoryRole.Administrator);
        var link = await InviteAsync(administrator, "/territoire/personnes", ("Form.Role", "Communication"));
        using var invited = _host.Visitor();
        using var refused = await invited.SubmitAsync(link, "", ("Name", "Claude Invité"), ("Password", password), ("Repeat", password));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var page = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Equal("Claude Invité", page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("#Password-erreur"));
        Assert.Equal("true", page.QuerySelector("#Password")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task A_reset_link_works_once()
    {
        using var someone = await _host.SignedInAsync("oublieuse", null, ("vany", SiteRole.Reader));
        using var administrator = await _host.SignedInAsync("chef", TerritoryRole.Administrator);
        var id = await _host.InDatabaseAsync(d => d.Users.Where(p => p.DisplayName == "oublieuse").Select(p => p.Id).SingleAsync());
        using var made = await administrator.SubmitAsync($"/territoire/personnes/{id}", "ResetLink");
        var link = LinkIn(await made.Content.ReadAsStringAsync());
        using var visitor = _host.Visitor();
        using var changed = await visitor.SubmitAsync(link, "", ("Password", Password), ("Repeat", Password));
        Assert.Equal("/connexion", changed.Headers.Location?.ToString());
        await visitor.SignInAsync("oublieuse@example.org", Password);
        using var again = await visitor.SubmitAsync(link, "", ("Password", "autre girafe violette danse"), ("Repeat", "autre girafe violette danse"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_removed()
    {
        await _host.InDatabaseAsync(d => d.TerritoryMemberships.ExecuteDeleteAsync());
        using var last = await _host.SignedInAsync("derniere", TerritoryRole.Administrator);
        var id = await _host.InDatabaseAsync(d => d.Users.Where(p => p.DisplayName == "derniere").Select(p => p.Id).SingleAsync());
        using var suspended = await last.SubmitAsync($"/territoire/personnes/{id}", "Suspend");
        using var taken = await last.SubmitAsync($"/territoire/personnes/{id}", "Take");
        await last.OpenAsync("/territoire/personnes");
    }

    private static async Task<string> InviteAsync(Visitor inviter, string page, params (string Name, string Value)[] role)
    {
        using var response = await inviter.SubmitAsync(page, "Invite", [("Form.Name", "Invitée Nouvelle"), ("Form.Email", "invitee@example.org"), .. role]);
        return LinkIn(await response.Content.ReadAsStringAsync());
    }

    private static string LinkIn(string html) =>
        new Uri(new HtmlParser().ParseDocument(html).QuerySelector("#lien")!.GetAttribute("value")!).AbsolutePath;

    private static Task<HttpResponseMessage> AcceptAsync(Visitor visitor, string link) =>
        visitor.SubmitAsync(link, "", ("Name", "Invitée Nouvelle"), ("Password", Password), ("Repeat", Password));
}
