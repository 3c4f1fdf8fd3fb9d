using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Tests.Settings;

/// <summary>Settings of a site and of the territory.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Hours_and_closures_are_the_same_in_settings_and_on_the_town_halls_entry()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync("/s/vany/reglages", "", ("Phone", "03 87 00 00 00"), ("Latitude", "49,1667"), ("Longitude", "6,2"),
            ("Week.Days[0].From2", "14:00"), ("Week.Days[0].To2", "17:30"), ("Closures[0].From", "2026-12-24"), ("Closures[0].To", "2026-12-31"), ("Closures[0].Note", "Congés"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var contact = (await SiteAsync()).Contact!;
        Assert.Equal("+33 3 87 00 00 00", contact.Phone);
        Assert.Equal("Mo 09:00-12:00,14:00-17:30 | Tu-Fr 09:00-12:00", string.Join(" | ", contact.Hours));
        Assert.Equal(new GeoPoint(49.1667, 6.2), contact.Geo);
        var hall = await _host.InDatabaseAsync(d => d.Items.Where(i => i.SiteKey == "vany" && i.Key == "mairie").Select(i => i.LiveText).FirstAsync());
        Assert.Contains("hours: [\"Mo 09:00-12:00,14:00-17:30\", \"Tu-Fr 09:00-12:00\"]", hall, StringComparison.Ordinal);
        Assert.Contains("closures:\n  - { from: 2026-12-24, to: 2026-12-31, note: Congés }", hall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_that_are_published_in_the_directory_are_the_sites()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        var id = await _host.InDatabaseAsync(d => d.Items.Where(i => i.SiteKey == "vany" && i.Key == "mairie").Select(i => i.Id).FirstAsync());
        using var response = await visitor.SubmitAsync($"/s/vany/annuaire/{id}", "Publish", ("Week.Days[5].From", "10:00"), ("Week.Days[5].To", "12:00"));
        Assert.Equal("Mo-Fr 09:00-12:00 | Sa 10:00-12:00", string.Join(" | ", (await SiteAsync()).Contact!.Hours));
    }

    [Fact]
    public async Task Hours_that_make_no_sense_are_refused_and_kept_in_the_form()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync("/s/vany/reglages", "", ("Week.Days[1].From", "18:00"), ("Week.Days[1].To", "9:00"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector(".message-error a[href='#Week_Days_1__From']"));
        Assert.Equal("18:00", page.QuerySelector("#Week_Days_1__From")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_colour_that_cannot_be_read_is_refused_with_one_that_can()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var refused = await visitor.SubmitAsync("/s/vany/reglages/identite", "", ("Accent", "#ffee00"));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var message = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync()).QuerySelector("#Accent-erreur")!.TextContent;
        Assert.Matches("#[0-9a-f]{6}", message);
        using var told = await visitor.SubmitAsync("/s/vany/reglages/identite", "", ("Accent", "#8a1538"));
        Assert.Equal("#8a1538", (await SiteAsync()).Brand.Accent);
    }

    [Fact]
    public async Task A_locked_colour_stays_whatever_is_sent()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync("/s/vany/reglages/identite", "", ("Primary", "#8a1538"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Null((await SiteAsync()).Brand.Primary);
    }

    [Fact]
    public async Task The_second_of_two_saves_of_settings_is_told()
    {
        using var first = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        using var second = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Webmaster));
        var page = await second.OpenAsync("/s/vany/reglages/mentions");
        using var saved = await first.SubmitAsync("/s/vany/reglages/mentions", "", ("PublicationDirector", "La maire"));
        using var refused = await second.SubmitAsync(page, "/s/vany/reglages/mentions", "", ("PublicationDirector", "Le préfet"));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal("La maire", (await SiteAsync()).PublicationDirector);
    }

    [Fact]
    public async Task An_audit_is_declared_with_a_decimal_comma()
    {
        using var visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync("/s/vany/reglages/accessibilite", "", ("AuditDate", "2026-10-01"), ("Rate", "72,5 %"), ("Auditor", "Un cabinet"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(72.5, (await SiteAsync()).Accessibility!.Rate);
    }

    [Fact]
    public async Task A_commune_is_made_from_its_code_and_only_once()
    {
        using var administrator = await _host.SignedInAsync("chef", TerritoryRole.Administrator);
        using var made = await administrator.SubmitAsync("/territoire/nouvelle-commune", "", ("Insee", "57017"));
        Assert.Equal("/s/amanvillers/", made.Headers.Location?.ToString());
        Assert.True(await _host.InDatabaseAsync(d => d.Items.CountAsync(i => i.SiteKey == "amanvillers")) > 20);
        await administrator.OpenAsync("/s/amanvillers/pages");
        using var again = await administrator.SubmitAsync("/territoire/nouvelle-commune", "", ("Insee", "57017"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        using var unknown = await administrator.SubmitAsync("/territoire/nouvelle-commune", "", ("Insee", "99999"));
        Assert.Contains("99999", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await _host.InDatabaseAsync(d => d.Sites.AnyAsync(s => s.Key == "vany")));
    }

    [Fact]
    public async Task A_topic_in_use_cannot_go_and_a_new_one_comes()
    {
        using var communication = await _host.SignedInAsync("communication", TerritoryRole.Communication);
        using var refused = await communication.SubmitAsync("/territoire/thematiques", "", ("Topics[0].Label", ""));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        using var added = await communication.SubmitAsync("/territoire/thematiques", "", ("Topics[2].Label", "Vie associative"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var text = await _host.InDatabaseAsync(d => d.Territories.Select(t => t.Text).SingleAsync());
        Assert.Contains("vie-associative", text, StringComparison.Ordinal);
        Assert.Contains("dechets", text, StringComparison.Ordinal);
    }

    private async Task<Site> SiteAsync()
    {
        var text = await _host.InDatabaseAsync(d => d.Sites.Where(s => s.Key == "vany").Select(s => s.Text).SingleAsync());
        return FormatText.ReadSite("vany", text).Value!;
    }
}
