using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.People;

public sealed class SessionTests : IAsyncLifetime
{
    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Suspension_ends_an_open_session_at_the_next_click()
    {
        using var visitor = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        using var administrator = await _host.SignedInAsync("administration", TerritoryRole.Administrator);
        await visitor.OpenAsync("/s/vany/");
        using var suspended = await administrator.SubmitAsync($"/territoire/personnes/{await IdAsync("camille")}", "Suspend");
        Assert.Equal(HttpStatusCode.Redirect, suspended.StatusCode);
        await AssertAskedToSignInAsync(visitor, "/s/vany/");
        using var again = _host.Visitor();
        using var refused = await again.SubmitAsync("/connexion", "", ("Email", "camille@example.org"), ("Password", CmsHost.Password));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task A_role_that_is_taken_away_is_gone_at_the_next_click()
    {
        using var visitor = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Contributor));
        using var webmaster = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        var id = await IdAsync("dominique");
        using var removed = await webmaster.SubmitAsync("/s/vany/equipe", "Remove", ("person", id.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        using var response = await visitor.GetAsync("/s/vany/");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_not_this_one()
    {
        using var here = await _host.SignedInAsync("alix", null, ("vany", SiteRole.Reader));
        using var elsewhere = _host.Visitor();
        await elsewhere.SignInAsync("alix@example.org", CmsHost.Password);
        const string New = "quatre girafes violettes dansent";
        using var changed = await here.SubmitAsync("/mon-compte/mot-de-passe", "", ("Current", CmsHost.Password), ("New", New), ("Repeat", New));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        await AssertAskedToSignInAsync(elsewhere, "/s/vany/");
        await here.OpenAsync("/s/vany/");
    }

    [Fact]
    public async Task A_password_that_others_know_must_be_changed_first()
    {
        using var visitor = await _host.SignedInAsync("nouvelle", TerritoryRole.Administrator);
        await _host.InDatabaseAsync(d => d.Users.Where(p => p.DisplayName == "nouvelle").ExecuteUpdateAsync(p => p.SetProperty(x => x.MustChangePassword, true)));
        foreach (var path in new[] { "/", "/s/vany/", "/territoire/personnes", "/mon-compte" })
        {
            using var response = await visitor.GetAsync(path);
            Assert.Equal("/mon-compte/mot-de-passe", response.Headers.Location?.ToString());
        }
        const string New = "quatre girafes violettes dansent";
        using var changed = await visitor.SubmitAsync("/mon-compte/mot-de-passe", "", ("Current", CmsHost.Password), ("New", New), ("Repeat", New));
        await visitor.OpenAsync("/s/vany/");
    }

    [Fact]
    public async Task The_first_administrator_has_a_password_of_their_own_that_must_be_changed()
    {
        var first = await _host.InDatabaseAsync(d => d.Users.SingleAsync(p => p.DisplayName == "Administration"));
        Assert.True(first.MustChangePassword);
        var isGuessed = await _host.WithAsync(async services =>
        {
            var people = services.GetRequiredService<UserManager<Person>>();
            var person = (await people.FindByIdAsync(first.Id.ToString()))!;
            foreach (var guess in new[] { "admin", "password", "Administration", "SiteFactory", "" })
            {
                if (await people.CheckPasswordAsync(person, guess))
                    return true;
            }
            return false;
        });
        Assert.False(isGuessed);
    }

    [Fact]
    public async Task Eight_wrong_passwords_lock_an_account_for_a_while()
    {
        using var owner = await _host.SignedInAsync("victime", null, ("vany", SiteRole.Reader));
        using var guesser = _host.Visitor();
        for (var i = 0; i < 8; i++)
        {
            using var wrong = await guesser.SubmitAsync("/connexion", "", ("Email", "victime@example.org"), ("Password", $"essai numéro {i} de deviner"));
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }
        using var locked = await guesser.SubmitAsync("/connexion", "", ("Email", "victime@example.org"), ("Password", CmsHost.Password));
        Assert.Contains("Trop d’essais", await locked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_network_address_cannot_try_many_accounts()
    {
        using var guesser = _host.Visitor();
        for (var i = 0; i < 30; i++)
            using (await guesser.SubmitAsync("/connexion", "", ("Email", $"personne{i}@example.org"), ("Password", "un essai parmi d’autres")))
            {
                // Each refused like any other.
            }
        using var blocked = await guesser.SubmitAsync("/connexion", "", ("Email", "autre@example.org"), ("Password", "encore un essai"));
        Assert.Contains("Trop d’essais", await blocked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//mechant.example/")]
    [InlineData("https://mechant.example/")]
    [InlineData("/\\mechant.example")]
    public async Task Signing_in_never_leads_to_another_host(string back)
    {
        using var owner = await _host.SignedInAsync("prudente", null, ("vany", SiteRole.Reader));
        using var visitor = _host.Visitor();
        using var response = await visitor.SubmitAsync("/connexion?retour=" + Uri.EscapeDataString(back), "", ("Email", "prudente@example.org"), ("Password", CmsHost.Password));
        Assert.Equal("/", response.Headers.Location?.ToString());
    }

    private Task<Guid> IdAsync(string name) => _host.InDatabaseAsync(d => d.Users.Where(p => p.DisplayName == name).Select(p => p.Id).SingleAsync());

    private static async Task AssertAskedToSignInAsync(Visitor visitor, string path)
    {
        using var response = await visitor.GetAsync(path);
        Assert.StartsWith("/connexion?", response.Headers.Location?.ToString(), StringComparison.Ordinal);
    }
}
