using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.Publishing;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.Model;
using Microsoft.Extensions.DependencyInjection;

namespace SiteFactory.Cms.Tests.Publishing;

public sealed class PublicationTests : IAsyncLifetime
{
    private const string VanyNews = "www.vany.example/actualites/index.html";
    private static readonly string Edit = $"/s/vany/pages/{SampleTerritory.VanyPage}";

    private CmsHost _host = null!;

    public async Task InitializeAsync()
    {
        _host = await CmsHost.StartAsync(role: CmsRole.All);
        await _host.UntilAsync(() => File.Exists(Live("www.vany.example/index.html")) && File.Exists(Live("www.chieulles.example/index.html")) && File.Exists(Live("www.metropole.example/index.html")));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_is_published_is_live_and_in_the_history()
    {
        using var visitor = await _host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync(Edit, "Publish", ("Body", "Le conseil se réunit le jeudi."));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        await _host.UntilAsync(() => Text("www.vany.example/vie-municipale/conseil/index.html").Contains("se réunit le jeudi", StringComparison.Ordinal));
        var build = await BuildAsync(b => b.PersonName == "camille");
        Assert.Equal(("vany", BuildState.Done, "Le conseil municipal"), (build.SiteKey, build.State, build.Subject));
        Assert.NotNull(build.Release);
    }

    [Fact]
    public async Task Sites_that_show_the_item_are_built_too()
    {
        await PublishAsync(SampleTerritory.MetropoleNews, news => news with { Title = "Le tri change encore" });
        await _host.UntilAsync(() => Text(VanyNews).Contains("Le tri change encore", StringComparison.Ordinal) && Text("www.metropole.example/actualites/index.html").Contains("Le tri change encore", StringComparison.Ordinal));
        var build = await BuildAsync(b => b.SiteKey == "vany" && b.Subject == "Le tri change encore");
        Assert.False(build.IsOwnChange);
    }

    [Fact]
    public async Task A_build_that_a_crash_left_without_its_trigger_is_done_all_the_same()
    {
        await UntilNothingWaitsAsync();
        await _host.InDatabaseAsync(d =>
        {
            d.SiteBuilds.Add(new() { SiteKey = "chieulles", Subject = "Laissé là", IsOwnChange = true, QueuedAt = _host.Clock.GetCurrentInstant() });
            return d.SaveChangesAsync();
        });
        Assert.Equal(BuildState.Done, (await BuildAsync(b => b.Subject == "Laissé là")).State);
    }

    [Fact]
    public async Task Sites_that_show_nothing_of_it_are_not_built()
    {
        await UntilNothingWaitsAsync();
        var before = (ReleaseOf("www.chieulles.example"), await _host.InDatabaseAsync(d => d.SiteBuilds.Where(b => b.SiteKey == "chieulles").MaxAsync(b => b.Id)));
        await PublishAsync(SampleTerritory.VanyPage, page => page with { Title = "Le conseil" });
        await _host.UntilAsync(() => Text("www.vany.example/vie-municipale/conseil/index.html").Contains("<h1>Le conseil</h1>", StringComparison.Ordinal) || Text("www.vany.example/vie-municipale/conseil/index.html").Contains("Le conseil<", StringComparison.Ordinal));
        await UntilNothingWaitsAsync();
        Assert.Equal(before, (ReleaseOf("www.chieulles.example"), await _host.InDatabaseAsync(d => d.SiteBuilds.Where(b => b.SiteKey == "chieulles").MaxAsync(b => b.Id))));
    }

    [Fact]
    public async Task A_webmaster_sees_how_far_it_is_then_the_history_and_can_go_back()
    {
        using var visitor = await _host.SignedInAsync("dominique", null, ("vany", SiteRole.Webmaster));
        using var response = await visitor.SubmitAsync(Edit, "Publish", ("Body", "Un texte malheureux."));
        var page = await visitor.OpenAsync(Edit);
        Assert.Contains("Le conseil municipal", page.QuerySelector("[role=status].message-progress, [role=status].message-done:last-of-type")!.TextContent, StringComparison.Ordinal);
        await _host.UntilAsync(() => Text("www.vany.example/vie-municipale/conseil/index.html").Contains("malheureux", StringComparison.Ordinal));
        await UntilNothingWaitsAsync();
        using var state = await visitor.GetAsync("/s/vany/publications/etat");
        Assert.Contains("c’est en ligne", await state.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var list = await visitor.OpenAsync("/s/vany/publications");
        Assert.Contains("dominique", list.QuerySelector("table.list tbody tr")!.TextContent, StringComparison.Ordinal);
        var release = list.QuerySelector("select[name=Release] option")!.GetAttribute("value")!;
        using var back = await visitor.SubmitAsync("/s/vany/publications", "Rollback", ("Release", release));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.DoesNotContain("malheureux", Text("www.vany.example/vie-municipale/conseil/index.html"), StringComparison.Ordinal);
        using var gone = await visitor.SubmitAsync("/s/vany/publications", "Rollback", ("Release", "../../000001"));
        Assert.Contains("n’est plus gardée", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_keeps_the_old_site_and_says_where_and_why()
    {
        await PublishAsync(SampleTerritory.VanyPage, page => page with { Body = "Voir [la page](/qui-n-existe-pas/)." });
        await UntilNothingWaitsAsync();
        Assert.DoesNotContain("Voir", Text("www.vany.example/vie-municipale/conseil/index.html"), StringComparison.Ordinal);
        var build = await BuildAsync(b => b.State == BuildState.Failed);
        var fault = BuildQueue.FaultsOf(build)[0];
        Assert.Equal((true, "vany/pages/vie-municipale/conseil.md"), (fault.IsError, fault.File));
        Assert.Contains("qui-n-existe-pas", fault.Message, StringComparison.Ordinal);
        await PublishAsync(SampleTerritory.ChieullesPage, page => page with { Body = "Ailleurs on publie." });
        await _host.UntilAsync(() => Text("www.chieulles.example/histoire/index.html").Contains("Ailleurs on publie", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_item_appears_and_leaves_at_the_moment_that_was_set()
    {
        var now = _host.Clock.GetCurrentInstant();
        await PublishAsync(SampleTerritory.VanyPage, page => page with { PublishAt = now + Duration.FromHours(2), UnpublishAt = now + Duration.FromHours(4) });
        await _host.UntilAsync(() => !File.Exists(Live("www.vany.example/vie-municipale/conseil/index.html")));
        await UntilNothingWaitsAsync();
        _host.Clock.Advance(Duration.FromHours(2));
        await _host.UntilAsync(() => File.Exists(Live("www.vany.example/vie-municipale/conseil/index.html")));
        _host.Clock.Advance(Duration.FromHours(2));
        await _host.UntilAsync(() => !File.Exists(Live("www.vany.example/vie-municipale/conseil/index.html")));
        var builds = await _host.InDatabaseAsync(d => d.SiteBuilds.Where(b => b.SiteKey == "vany" && b.Cause == BuildCause.Moment).CountAsync());
        Assert.True(builds > 0);
    }

    [Fact]
    public async Task A_draft_goes_live_at_its_moment()
    {
        await SaveAsync(SampleTerritory.VanyPage, page => page with { Body = "Le texte de demain." }, (items, item, from) => items.SaveDraftAsync(item, from, CancellationToken.None));
        var at = _host.Clock.GetCurrentInstant() + Duration.FromMinutes(30);
        await _host.InDatabaseAsync(d => d.Items.Where(i => i.Id == SampleTerritory.VanyPage).ExecuteUpdateAsync(i => i.SetProperty(r => r.DraftGoesLiveAt, at)));
        _host.Clock.Advance(Duration.FromMinutes(29));
        await UntilNothingWaitsAsync();
        Assert.DoesNotContain("demain", Text("www.vany.example/vie-municipale/conseil/index.html"), StringComparison.Ordinal);
        _host.Clock.Advance(Duration.FromMinutes(2));
        await _host.UntilAsync(() => Text("www.vany.example/vie-municipale/conseil/index.html").Contains("Le texte de demain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_closed_site_leaves_the_public()
    {
        await _host.WithAsync(async services =>
        {
            var database = services.GetRequiredService<Data.CmsDbContext>();
            (await database.Sites.SingleAsync(s => s.Key == "chieulles")).ClosedAt = _host.Clock.GetCurrentInstant();
            var log = services.GetRequiredService<ChangeLog>();
            log.Announce("chieulles", "Fermeture", null, "chieulles/site.yaml");
            await database.SaveChangesAsync();
            log.Committed();
            return true;
        });
        await _host.UntilAsync(() => !File.Exists(Live("www.chieulles.example/index.html")));
    }

    private string Live(string path) => Path.Combine(_host.Output, path);

    private string Text(string path) => File.Exists(Live(path)) ? File.ReadAllText(Live(path)) : "";

    private string? ReleaseOf(string domain) => new FileInfo(Live(domain)).LinkTarget;

    private Task<bool> PublishAsync(Guid id, Func<ContentItem, ContentItem> change) =>
        SaveAsync(id, change, (items, item, from) => items.PublishAsync(item, from, CancellationToken.None));

    private Task<bool> SaveAsync(Guid id, Func<ContentItem, ContentItem> change, Func<ItemStore, ContentItem, long, Task<SaveResult>> save) => _host.WithAsync(async services =>
    {
        var items = services.GetRequiredService<ItemStore>();
        var record = await items.Items.SingleAsync(i => i.Id == id);
        var item = ItemProjection.Current(record, DateTimeZoneProviders.Tzdb["Europe/Paris"]);
        Assert.IsType<SaveResult.Saved>(await save(items, change(item), record.Version));
        return true;
    });

    private Task<SiteBuild> BuildAsync(System.Linq.Expressions.Expression<Func<SiteBuild, bool>> which) =>
        _host.UntilAsync(() => _host.InDatabaseAsync(d => d.SiteBuilds.AsNoTracking().Where(b => b.FinishedAt != null).FirstOrDefaultAsync(which)));

    /// <summary>Everything that was saved is built.</summary>
    private Task<object> UntilNothingWaitsAsync() => _host.UntilAsync(() => _host.InDatabaseAsync(async d =>
        await d.PublicationStates.Select(s => s.Dispatched).SingleOrDefaultAsync() == await d.Outbox.MaxAsync(o => o.Id)
        && !await d.SiteBuilds.AnyAsync(b => b.State == BuildState.Waiting || b.State == BuildState.Running) ? new object() : null));
}
