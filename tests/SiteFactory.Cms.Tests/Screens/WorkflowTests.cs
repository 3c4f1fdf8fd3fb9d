using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Tests.Screens;

public sealed class WorkflowTests : IAsyncLifetime
{
    private static readonly string Page = $"/s/vany/pages/{SampleTerritory.VanyPage}";

    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_submitted_draft_is_returned_with_a_word_and_then_published()
    {
        using var author = await _host.SignedInAsync("contributrice", null, ("vany", SiteRole.Contributor));
        using var boss = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        await DoneAsync(author.SubmitAsync(Page, "Submit", ("Body", "Une proposition."), ("Note", "Est-ce juste ?")));
        Assert.Contains("Le conseil municipal", (await boss.OpenAsync("/s/vany/")).QuerySelector("#attente")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Est-ce juste ?", (await boss.OpenAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(boss.SubmitAsync(Page, "Return", ("note", "Ajoutez la date.")));
        var returned = await ItemAsync(SampleTerritory.VanyPage);
        Assert.False(returned.InReview);
        Assert.Contains("Ajoutez la date.", (await author.OpenAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(author.SubmitAsync(Page, "Submit", ("Body", "Une proposition datée.")));
        await DoneAsync(boss.SubmitAsync(Page, "Publish"));
        var live = await ItemAsync(SampleTerritory.VanyPage);
        Assert.Contains("Une proposition datée.", live.LiveText, StringComparison.Ordinal);
        Assert.Null(live.DraftText);
        Assert.Null(live.ReviewNote);
        Assert.False(live.InReview);
    }

    [Fact]
    public async Task Changes_over_a_live_item_wait_for_their_moment()
    {
        using var boss = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        await DoneAsync(boss.SubmitAsync(Page, "Schedule", ("Body", "À partir de décembre."), ("GoesLiveAt", "2026-12-01T08:00")));
        var item = await ItemAsync(SampleTerritory.VanyPage);
        Assert.Equal(Instant.FromUtc(2026, 12, 1, 7, 0), item.DraftGoesLiveAt);
        Assert.DoesNotContain("décembre", item.LiveText, StringComparison.Ordinal);
        await DoneAsync(boss.SubmitAsync(Page, "Unschedule"));
        Assert.Null((await ItemAsync(SampleTerritory.VanyPage)).DraftGoesLiveAt);
        using var past = await boss.SubmitAsync(Page, "Schedule", ("GoesLiveAt", "2026-11-01T08:00"));
        Assert.Equal(HttpStatusCode.OK, past.StatusCode);
        Assert.Null((await ItemAsync(SampleTerritory.VanyPage)).DraftGoesLiveAt);
    }

    [Fact]
    public async Task Whoever_may_not_publish_changes_no_text_that_goes_live_by_itself()
    {
        using var boss = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var author = await _host.SignedInAsync("contributrice", null, ("vany", SiteRole.Contributor));
        await DoneAsync(boss.SubmitAsync(Page, "Schedule", ("Body", "À partir de décembre."), ("GoesLiveAt", "2026-12-01T08:00")));
        await DoneAsync(boss.SubmitAsync(Page, "Save", ("Body", "À partir de décembre, vraiment.")));
        Assert.NotNull((await ItemAsync(SampleTerritory.VanyPage)).DraftGoesLiveAt);
        var warned = await author.OpenAsync(Page);
        Assert.Contains("repart en relecture", warned.Body!.TextContent, StringComparison.Ordinal);
        await DoneAsync(author.SubmitAsync(Page, "Save", ("Body", "Autre chose.")));
        var told = await author.OpenAsync(Page);
        Assert.Contains("suspendue", told.QuerySelector(".message-done")!.TextContent, StringComparison.Ordinal);
        var item = await ItemAsync(SampleTerritory.VanyPage);
        Assert.Null(item.DraftGoesLiveAt);
        Assert.True(item.InReview);
    }

    [Fact]
    public async Task Whoever_approves_sees_what_would_change()
    {
        using var boss = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        using var author = await _host.SignedInAsync("contributrice", null, ("vany", SiteRole.Contributor));
        await DoneAsync(author.SubmitAsync(Page, "Submit", ("Body", "Il se réunit chaque semaine.")));
        var editor = await boss.OpenAsync(Page);
        var link = editor.QuerySelectorAll("a").First(a => a.TextContent == "Voir ce qui change").GetAttribute("href")!;
        var changes = await boss.OpenAsync(link);
        Assert.Contains(changes.QuerySelectorAll("del"), d => d.TextContent.Contains("mois", StringComparison.Ordinal));
        Assert.Contains(changes.QuerySelectorAll("ins"), i => i.TextContent.Contains("semaine", StringComparison.Ordinal));
        await DoneAsync(boss.SubmitAsync(Page, "Publish"));
        Assert.DoesNotContain((await boss.OpenAsync(Page)).QuerySelectorAll("a"), a => a.GetAttribute("href") == link);
    }

    [Fact]
    public async Task An_old_version_is_compared_and_taken_up_again()
    {
        using var boss = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        await DoneAsync(boss.SubmitAsync(Page, "Publish", ("Body", "Il se réunit chaque semaine.")));
        var versions = await _host.InDatabaseAsync(d => d.ItemVersions.Where(v => v.ItemId == SampleTerritory.VanyPage).OrderBy(v => v.Id).ToListAsync());
        var list = await boss.OpenAsync($"/s/vany/versions/{SampleTerritory.VanyPage}");
        Assert.Equal(versions.Skip(1).Select(v => $"/s/vany/versions/{SampleTerritory.VanyPage}/{v.Id}").Reverse(), list.QuerySelectorAll(".versions a:not([href*='actuel'])").Select(a => a.GetAttribute("href")));
        var compared = await boss.OpenAsync($"/s/vany/versions/{SampleTerritory.VanyPage}/{versions[^1].Id}");
        Assert.Contains(compared.QuerySelectorAll("del"), d => d.TextContent.Contains("mois", StringComparison.Ordinal));
        Assert.Contains(compared.QuerySelectorAll("ins"), i => i.TextContent.Contains("semaine", StringComparison.Ordinal));
        await DoneAsync(boss.SubmitAsync($"/s/vany/versions/{SampleTerritory.VanyPage}", "Restore", ("row", versions[0].Id.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        var item = await ItemAsync(SampleTerritory.VanyPage);
        Assert.Contains("chaque mois", item.DraftText, StringComparison.Ordinal);
        Assert.Contains("chaque semaine", item.LiveText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_thrown_away_comes_back_as_a_draft_and_only_an_administrator_deletes_it_for_good()
    {
        using var boss = await _host.SignedInAsync("webmestre", null, ("vany", SiteRole.Webmaster));
        var news = await _host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.SiteKey == "vany" && i.Kind == ContentKind.News));
        await DoneAsync(boss.SubmitAsync($"/s/vany/actualites/{news.Id}", "Delete"));
        Assert.NotNull((await ItemAsync(news.Id)).DeletedAt);
        Assert.Null((await ItemAsync(news.Id)).LiveText);
        Assert.DoesNotContain((await boss.OpenAsync("/s/vany/corbeille")).QuerySelectorAll("button"), b => b.GetAttribute("formaction")?.Contains("Destroy", StringComparison.Ordinal) == true);
        await DoneAsync(boss.SubmitAsync("/s/vany/corbeille", "Restore"));
        Assert.Null((await ItemAsync(news.Id)).DeletedAt);
        await DoneAsync(boss.SubmitAsync($"/s/vany/actualites/{news.Id}", "DropDraft"));
        using var administrator = await _host.SignedInAsync("administration", TerritoryRole.Administrator);
        await DoneAsync(administrator.SubmitAsync("/s/vany/corbeille", "Destroy"));
        Assert.False(await _host.InDatabaseAsync(d => d.Items.AnyAsync(i => i.Id == news.Id)));
        Assert.False(await _host.InDatabaseAsync(d => d.ItemVersions.AnyAsync(v => v.ItemId == news.Id)));
    }

    [Fact]
    public async Task Both_texts_of_two_people_can_be_put_together_and_neither_is_lost()
    {
        using var first = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        using var second = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Webmaster));
        await DoneAsync(first.SubmitAsync(Page, "Save", ("Body", "Premier.\n\nDeuxième.\n\nTroisième.")));
        var seen = await second.OpenAsync(Page);
        await DoneAsync(first.SubmitAsync(Page, "Save", ("Body", "Premier de Camille.\n\nDeuxième.\n\nTroisième."), ("Summary", "Résumé de Camille")));
        using var refused = await second.SubmitAsync(seen, Page, "Save", ("Body", "Premier.\n\nDeuxième.\n\nTroisième de Dominique."));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var conflict = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Contains("Premier de Camille.", conflict.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Troisième de Dominique.", conflict.QuerySelector(".conflict")!.TextContent, StringComparison.Ordinal);
        Assert.True(await _host.InDatabaseAsync(d => d.ItemVersions.AnyAsync(v => v.Kind == VersionKind.SetAside && v.Text.Contains("Troisième de Dominique."))));
        using var merged = await second.SubmitAsync(conflict, Page, "Merge");
        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await merged.Content.ReadAsStringAsync());
        Assert.Contains("Premier de Camille.\n\nDeuxième.\n\nTroisième de Dominique.", form.QuerySelector("#Body")!.TextContent, StringComparison.Ordinal);
        await DoneAsync(second.SubmitAsync(form, Page, "Save"));
        var item = await ItemAsync(SampleTerritory.VanyPage);
        Assert.Contains("Résumé de Camille", item.DraftText, StringComparison.Ordinal);
        Assert.Contains("Troisième de Dominique.", item.DraftText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_people_who_create_one_address_at_once_make_one_item()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => _host.WithAsync(async services =>
        {
            var store = services.GetRequiredService<ItemStore>();
            var item = new NewsItem { Id = Guid.NewGuid(), SiteKey = "vany", Key = "une-seule", Title = $"Essai {i}", Date = new(2026, 11, 22, 0, 0) };
            return await store.SaveDraftAsync(item, 0, CancellationToken.None);
        })));
        Assert.Single(results, r => r is SaveResult.Saved);
        Assert.Equal(49, results.Count(r => r is SaveResult.AddressTaken));
        Assert.Equal(1, await _host.InDatabaseAsync(d => d.Items.CountAsync(i => i.Key == "une-seule")));
    }

    [Fact]
    public async Task Of_ten_saves_from_one_version_one_wins_and_the_others_are_told()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => _host.WithAsync(async services =>
        {
            var store = services.GetRequiredService<ItemStore>();
            var record = (await store.FindAsync(SampleTerritory.VanyPage, CancellationToken.None))!;
            var page = (SiteFactory.Content.Model.Page)ItemProjection.Current(record, DateTimeZoneProviders.Tzdb["Europe/Paris"]);
            return await store.SaveDraftAsync(page with { Body = $"Texte {i}" }, 1, CancellationToken.None);
        })));
        Assert.Single(results, r => r is SaveResult.Saved);
        Assert.Equal(9, results.Count(r => r is SaveResult.Conflict));
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, response.StatusCode + await response.Content.ReadAsStringAsync());
    }

    private Task<ItemRecord> ItemAsync(Guid id) => _host.InDatabaseAsync(d => d.Items.AsNoTracking().SingleAsync(i => i.Id == id));
}
