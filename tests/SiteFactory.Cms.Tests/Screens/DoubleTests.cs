using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Features.Doubles;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Tests.Screens;

/// <summary>What is announced already is pointed out before it is saved, and saved all the same when somebody says so.</summary>
public sealed class DoubleTests : IAsyncLifetime
{
    private CmsHost _host = null!;
    private Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _host = await CmsHost.BorrowAsync(SampleTerritory.Text + """

            -- metropole/events/concert.md --
            ---
            title: Concert de Noël à la cathédrale
            id: 44444444-4444-8444-8444-444444444444
            start: 2026-12-12T20:30
            location: { name: Cathédrale Saint-Étienne }
            ---
            Un concert.
            -- chieulles/events/marche.md --
            ---
            title: Marché de Noël
            start: 2026-12-13T10:00
            rrule: FREQ=DAILY;COUNT=3
            audience: all
            ---
            Un marché.
            """);
        _visitor = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
    }

    public async Task DisposeAsync()
    {
        _visitor.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("Save")]
    [InlineData("Publish")]
    public async Task An_event_that_the_site_announces_already_is_pointed_out_and_saved_all_the_same(string step)
    {
        var path = New("agenda");
        var own = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.SiteKey == "vany" && i.Kind == ContentKind.Event));
        using var told = await _visitor.SubmitAsync(path, step, ("Title", "Grande FETE du village 2026"), ("StartDate", "2026-12-05"), ("Place", "mairie"), ("Price", "Gratuit"));
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        var page = new HtmlParser().ParseDocument(await told.Content.ReadAsStringAsync());
        Assert.NotNull(page.QuerySelector($"[role=alert] a[href='/s/vany/agenda/{own.Id}']"));
        Assert.Equal("Gratuit", page.QuerySelector("#Price")!.GetAttribute("value"));
        Assert.Equal(1, await EventsAsync());
        using var anyway = await _visitor.SubmitAsync(page, path, step, ("Anyway", "true"));
        Assert.Equal(HttpStatusCode.Redirect, anyway.StatusCode);
        Assert.Equal(2, await EventsAsync());
        // Who goes on with it is not asked again.
        using var further = await _visitor.SubmitAsync(anyway.Headers.Location!.ToString(), step, ("Price", "2 €"));
        Assert.Equal(HttpStatusCode.Redirect, further.StatusCode);
    }

    [Fact]
    public async Task What_the_metropole_announces_is_pointed_out_with_its_offer_while_typing_too()
    {
        var path = New("agenda");
        (string, string)[] typed = [("Title", "Concert de Noël"), ("StartDate", "2026-12-12"), ("LocationName", "Cathédrale St-Étienne")];
        using var told = await _visitor.SubmitAsync(path, "Save", typed);
        Assert.Contains("/s/vany/partage/44444444-4444-8444-8444-444444444444", await told.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var form = await _visitor.OpenAsync(path);
        using var body = new FormUrlEncodedContent([.. typed.Select(t => KeyValuePair.Create(t.Item1, t.Item2)), new("StartTime", "20:00"), new("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var hint = await _visitor.Client.PostAsync(new Uri(path + "&handler=Doubles", UriKind.Relative), body);
        Assert.Contains("proposé par Métropole d’essai", WebUtility.HtmlDecode(await hint.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    // Every commune has its Christmas market; the feast of another day is another feast; another thing at the same place and time is another thing.
    [InlineData("Marché de Noël", "2026-12-14")]
    [InlineData("La fête du village", "2026-12-06")]
    [InlineData("Don du sang", "2026-12-05")]
    public async Task What_is_not_the_same_is_saved_at_once(string title, string day)
    {
        using var saved = await _visitor.SubmitAsync(New("agenda"), "Save", ("Title", title), ("StartDate", day), ("Place", "mairie"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
    }

    [Fact]
    public async Task A_news_item_of_the_same_days_is_pointed_out()
    {
        using var told = await _visitor.SubmitAsync(New("actualites"), "Save", ("Title", "Rentrées"), ("Date", "2026-11-12"));
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        Assert.Contains("semble déjà écrite", WebUtility.HtmlDecode(await told.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var later = await _visitor.SubmitAsync(New("actualites"), "Save", ("Title", "Rentrées"), ("Date", "2026-11-22"));
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Theory]
    [InlineData("Fête de la musique", "La fête de la musique 2026", true)]
    [InlineData("Marché aux puces", "marche au puce", true)]
    [InlineData("Conseil municipal", "Consiel municipal", false)]
    [InlineData("Conseil municipal", "Conseill municipal", true)]
    [InlineData("Réunion publique", "Réunion du club", false)]
    [InlineData("Vide-grenier", "Loto", false)]
    public void Titles_are_near_whatever_accents_plurals_and_a_letter(string one, string other, bool near)
    {
        Assert.Equal(near, Likeness.Of(one, other) >= 0.6);
        Assert.Equal(Likeness.Of(one, other), Likeness.Of(other, one));
    }

    private static string New(string segment) => $"/s/vany/{segment}/{Guid.NewGuid()}?nouveau=true";

    private Task<int> EventsAsync() => _host.InDatabaseAsync(d => d.Items.CountAsync(i => i.SiteKey == "vany" && i.Kind == ContentKind.Event));
}
