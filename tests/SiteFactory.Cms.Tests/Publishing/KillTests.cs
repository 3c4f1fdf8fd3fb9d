using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Publishing;

/// <summary>Promise 7: a save that was acknowledged is never lost, whatever moment the process dies; and the sites follow.</summary>
public sealed class KillTests
{
    private const int Kills = 3;
    private static readonly string Edit = $"/s/vany/pages/{SampleTerritory.VanyPage}";

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_the_site_becomes_what_the_database_says()
    {
        await using var host = await CmsHost.StartAsync();
        await host.PersonAsync("camille", null, ("vany", SiteRole.Webmaster));
        var random = new Random(11);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = await CmsProcess.StartAsync([.. host.Arguments, "--Cms:Role=All"]);
            var (acknowledged, attempted) = await EditUntilKilledAsync(process, kill, random);
            var live = await LiveAsync(host);
            Assert.True(live.Contains(acknowledged, StringComparison.Ordinal) || live.Contains(attempted, StringComparison.Ordinal), $"Acknowledged: {acknowledged}\nThe database: {live}");
        }
        using var last = await CmsProcess.StartAsync([.. host.Arguments, "--Cms:Role=All"]);
        var text = (await LiveAsync(host)).Split('\n').Last(l => l.StartsWith("Texte", StringComparison.Ordinal));
        var page = Path.Combine(host.Output, "www.vany.example/vie-municipale/conseil/index.html");
        await host.UntilAsync(() => File.Exists(page) && File.ReadAllText(page).Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_killed_workers_builds_are_taken_over()
    {
        await using var host = await CmsHost.StartAsync(settings: $"--Cms:Seed={Path.Combine(Repository.Root, "communes")}");
        string[] worker = [.. host.Arguments, "--Cms:Role=Worker"];
        using var first = await CmsProcess.StartAsync(worker);
        // Only PostgreSQL's cluster has two at once; with SQLite the next start takes over.
        using var beside = TestDatabase.Server is null ? null : await CmsProcess.StartAsync(worker);
        var left = await host.UntilAsync(() => host.InDatabaseAsync(d => d.SiteBuilds.AsNoTracking().FirstOrDefaultAsync(b => b.State == BuildState.Running && b.Worker == first.Worker)));
        first.Kill();
        using var after = beside is null ? await CmsProcess.StartAsync(worker) : null;
        var sites = await host.InDatabaseAsync(d => d.Sites.Select(s => s.Domain).ToListAsync());
        await host.UntilAsync(() => sites.TrueForAll(d => File.Exists(Path.Combine(host.Output, d, "index.html"))));
        await host.UntilAsync(() => host.InDatabaseAsync(async d => await d.SiteBuilds.AnyAsync(b => b.State == BuildState.Waiting || b.State == BuildState.Running) ? null : new object()));
        var taken = await host.InDatabaseAsync(d => d.SiteBuilds.AsNoTracking().SingleAsync(b => b.Id == left.Id));
        Assert.Equal((BuildState.Done, (beside ?? after)!.Worker), (taken.State, taken.Worker));
    }

    private static async Task<(string Acknowledged, string Attempted)> EditUntilKilledAsync(CmsProcess process, int kill, Random random)
    {
        using var visitor = new Visitor(process.Address);
        await visitor.SignInAsync("camille@example.org", CmsHost.Password);
        var saves = random.Next(1, 8);
        var acknowledged = "";
        for (var save = 1; ; save++)
        {
            var text = $"Texte {kill}-{save}.";
            var dying = save > saves ? Task.Run(process.Kill) : Task.CompletedTask;
            try
            {
                using var response = await visitor.SubmitAsync(Edit, "Publish", ("Body", text));
                if (response.StatusCode == System.Net.HttpStatusCode.Redirect)
                    acknowledged = text;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                await dying;
                return (acknowledged, text);
            }
            await dying;
            if (save > saves)
                return (acknowledged, text);
        }
    }

    private static Task<string> LiveAsync(CmsHost host) =>
        host.InDatabaseAsync(d => d.Items.AsNoTracking().Where(i => i.Id == SampleTerritory.VanyPage).Select(i => i.LiveText!).SingleAsync());
}
