using System.Net;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Publishing;

/// <summary>
/// Two workers of one PostgreSQL database, and what its records say of them while every build is held open between its release and its end: the
/// test locks a table that the end of a build reads. A worker does two jobs at a time, so that one of three is the other worker's.
/// </summary>
internal sealed class SideBySide(CmsHost host, Visitor visitor)
{
    private const string Text = "Texte que deux processus publient.";

    private const string Later = "Texte qui attend son tour.";

    public async Task ProveAsync(CmsProcess one, CmsProcess other)
    {
        await IdleAsync();
        var home = await host.InDatabaseAsync(d => d.Items.Where(i => i.SiteKey == "metropole" && i.Key == "").Select(i => i.Id).SingleAsync());
        var first = await host.InDatabaseAsync(async gate =>
        {
            await using var held = await gate.Database.BeginTransactionAsync();
            await gate.Database.ExecuteSqlAsync($"LOCK TABLE \"Webhooks\" IN ACCESS EXCLUSIVE MODE");
            await PublishAsync("vany", SampleTerritory.VanyPage, Text);
            await host.UntilAsync(() => Shows("www.vany.example/vie-municipale/conseil", Text));
            // A scheduler that ran one site twice would take this one first: it came before the other two.
            await PublishAsync("vany", SampleTerritory.VanyPage, Later);
            await host.UntilAsync(() => BuildsAsync(b => b.SiteKey == "vany" && b.State == BuildState.Waiting));
            await PublishAsync("chieulles", SampleTerritory.ChieullesPage, Text);
            await PublishAsync("metropole", home, Text);
            // All three are released and none has ended: they are made side by side.
            await host.UntilAsync(() => Shows("www.chieulles.example/histoire", Text) && Shows("www.metropole.example", Text));
            var running = await BuildsAsync(b => b.State == BuildState.Running) ?? [];
            Assert.Equal(Sorted(one.Worker, other.Worker), Sorted([.. running.Select(b => b.Worker!).Distinct()]));
            // A burst is one build: several rows, one worker.
            Assert.Equal(["chieulles", "metropole", "vany"], Sorted([.. running.Select(b => (b.SiteKey, b.Worker)).Distinct().Select(b => b.SiteKey)]));
            Assert.Equal(["chieulles", "metropole", "vany"], Sorted([.. await ExecutingAsync()]));
            Assert.NotNull(await BuildsAsync(b => b.SiteKey == "vany" && b.State == BuildState.Waiting));
            return running.First(b => b.SiteKey == "vany");
        });
        await IdleAsync();
        Assert.True(Shows("www.vany.example/vie-municipale/conseil", Later));
        var builds = (await BuildsAsync(b => b.SiteKey == "vany" && b.Id >= first.Id))!.OrderBy(b => b.Id).ToList();
        Assert.Equal(first.StartedAt, builds[0].StartedAt);
        var next = builds.First(b => b.StartedAt != first.StartedAt);
        Assert.True(next.StartedAt >= builds[0].FinishedAt, "One site twice at a time.");
    }

    private Task<SideBySide> IdleAsync() => host.UntilAsync(async () =>
        await host.InDatabaseAsync(d => d.SiteBuilds.AnyAsync(b => b.State == BuildState.Waiting || b.State == BuildState.Running)) || (await ExecutingAsync()).Count > 0 ? null : this);

    private async Task PublishAsync(string site, Guid page, string text)
    {
        using var response = await visitor.SubmitAsync($"/s/{site}/pages/{page}", "Publish", ("Body", text));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private bool Shows(string page, string text) =>
        Path.Combine(host.Output, page, "index.html") is var file && File.Exists(file) && File.ReadAllText(file).Contains(text, StringComparison.Ordinal);

    private static IReadOnlyList<string> Sorted(params string[] words) => [.. words.Order(StringComparer.Ordinal)];

    private async Task<List<SiteBuild>?> BuildsAsync(System.Linq.Expressions.Expression<Func<SiteBuild, bool>> which) =>
        await host.InDatabaseAsync(d => d.SiteBuilds.AsNoTracking().Where(which).ToListAsync()) is { Count: > 0 } builds ? builds : null;

    // What the scheduler's cluster says that it does: the sites' keys.
    private Task<List<string>> ExecutingAsync() => host.InDatabaseAsync(d =>
        d.Database.SqlQuery<string>($"SELECT job_name AS \"Value\" FROM qrtz_fired_triggers WHERE state = 'EXECUTING'").ToListAsync());
}
