using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Preview;

/// <summary>What is typed is seen in the real theme, by whoever may; and by whoever holds a link, until it ends.</summary>
public sealed class PreviewTests : IAsyncLifetime
{
    private static readonly string Edit = $"/s/vany/pages/{SampleTerritory.VanyPage}";
    private static readonly string Links = $"/s/vany/apercu-liens/{SampleTerritory.VanyPage}";

    private CmsHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await CmsHost.BorrowAsync();
        _visitor = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task What_is_typed_is_shown_in_the_theme_and_nothing_is_stored()
    {
        using var answer = await PreviewAsync($"/s/vany/apercu/pages/{SampleTerritory.VanyPage}", ("Title", "Un titre neuf"), ("Body", "::: callout {type=info}\nBonjour **à tous**.\n:::"));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Un titre neuf", html, StringComparison.Ordinal);
        Assert.Contains("w-callout", html, StringComparison.Ordinal);
        Assert.Contains("Vany", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        var item = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.Id == SampleTerritory.VanyPage));
        Assert.Null(item.DraftText);
    }

    [Fact]
    public async Task A_preview_can_do_nothing_but_be_seen()
    {
        using var answer = await PreviewAsync($"/s/vany/apercu/pages/{SampleTerritory.VanyPage}", ("Title", "x"), ("Body", "y"));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox allow-same-origin", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-scripts", policy, StringComparison.Ordinal);
        Assert.Equal("SAMEORIGIN", answer.Headers.GetValues("X-Frame-Options").Single());
    }

    [Fact]
    public async Task The_files_of_a_preview_are_there()
    {
        using var answer = await PreviewAsync($"/s/vany/apercu/pages/{SampleTerritory.VanyPage}", ("Title", "x"), ("Body", "y"));
        var html = await answer.Content.ReadAsStringAsync();
        var start = html.IndexOf("/s/vany/apercu-fichiers/assets/theme.", StringComparison.Ordinal);
        Assert.True(start > 0);
        var address = html[start..html.IndexOf('"', start)];
        using var style = await _visitor.GetAsync(address);
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
        var css = await style.Content.ReadAsStringAsync();
        Assert.DoesNotContain("url(/assets/", css, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("actualites")]
    [InlineData("agenda")]
    [InlineData("annuaire")]
    [InlineData("documents")]
    [InlineData("alertes")]
    [InlineData("pages")]
    public async Task A_new_item_of_each_kind_is_shown_before_it_is_saved(string kind)
    {
        using var answer = await PreviewAsync($"/s/vany/apercu/{kind}/{Guid.NewGuid()}", ("Title", "Tout nouveau"), ("Body", "Le texte."));
        Assert.Contains("Tout nouveau", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_shows_the_draft_to_people_without_account_until_it_expires()
    {
        using var saved = await _visitor.SubmitAsync(Edit, "Save", ("Title", "Brouillon pour le maire"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var link = await CreateLinkAsync();
        Assert.Equal(43, link[(link.LastIndexOf('/') + 1)..].Length);
        using var stranger = _host.Visitor();
        using var shown = await stranger.GetAsync(new Uri(link).PathAndQuery);
        Assert.Contains("Brouillon pour le maire", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("noindex", shown.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        _host.Clock.Advance(Duration.FromDays(8));
        using var late = await stranger.GetAsync(new Uri(link).PathAndQuery);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task A_revoked_link_shows_nothing_and_its_secret_is_stored_nowhere()
    {
        var link = await CreateLinkAsync();
        var secret = link[(link.LastIndexOf('/') + 1)..];
        Assert.False(await _host.InDatabaseAsync(d => d.PreviewLinks.AnyAsync(l => l.SecretHash.Contains(secret))));
        using var revoked = await _visitor.SubmitAsync(Links, "Revoke");
        using var stranger = _host.Visitor();
        using var shown = await stranger.GetAsync(new Uri(link).PathAndQuery);
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
    }

    [Fact]
    public async Task Reading_is_not_enough_to_give_a_link_away()
    {
        using var reader = await _host.SignedInAsync("lectrice", null, ("vany", SiteRole.Reader));
        using var answer = await reader.GetAsync(Links);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<string> CreateLinkAsync()
    {
        using var created = await _visitor.SubmitAsync(Links, "Create", ("Days", "7"));
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
        var page = await _visitor.OpenAsync(Links);
        return page.QuerySelector("#lien-neuf")!.GetAttribute("value")!;
    }

    private async Task<HttpResponseMessage> PreviewAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await _visitor.OpenAsync(Edit);
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var body = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        var answer = await _visitor.Client.PostAsync(new Uri(path, UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer;
    }
}
