using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Publishing;

/// <summary>Promise 7: a save that was acknowledged is never lost, whatever moment the process dies; and the sites follow.</summary>
public sealed class KillTests
{
    private const int Kills = 2;
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
        await host.UntilAsync(() => Conseil(host).Contains(text, StringComparison.Ordinal));
    }

    /// <summary>
    /// Two workers on PostgreSQL, which share the sites and whose cluster notices the death; one after the other on SQLite, where the next
    /// start does.
    /// </summary>
    [Fact]
    public async Task Workers_build_several_sites_at_once_and_one_never_and_a_killed_ones_build_is_taken_over()
    {
        await using var host = await CmsHost.StartAsync();
        using var visitor = await host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster), ("chieulles", SiteRole.Webmaster), ("metropole", SiteRole.Webmaster));
        string[] arguments = [.. host.Arguments, "--Cms:Role=Worker"];
        using var first = await CmsProcess.StartAsync(arguments);
        using var beside = TestDatabase.Server is null ? null : await CmsProcess.StartAsync(arguments);
        await host.UntilAsync(() => Conseil(host).Length > 0);
        if (beside is not null)
            await new SideBySide(host, visitor).ProveAsync(first, beside);
        var (build, text) = await FreezeInTheMidstAsync(host, visitor, beside is null ? [first] : [first, beside]);
        var dying = build.Worker == first.Worker ? first : beside!;
        dying.Kill();
        using var after = beside is null ? await CmsProcess.StartAsync(arguments) : null;
        var other = after ?? (dying == first ? beside! : first);
        var taken = await host.UntilAsync(() => host.InDatabaseAsync(d => d.SiteBuilds.AsNoTracking().SingleOrDefaultAsync(b => b.Id == build.Id && b.State == BuildState.Done)));
        Assert.Equal(other.Worker, taken.Worker);
        Assert.Contains(text, Conseil(host), StringComparison.Ordinal);
    }

    private static string Conseil(CmsHost host) =>
        Path.Combine(host.Output, "www.vany.example/vie-municipale/conseil/index.html") is var page && File.Exists(page) ? File.ReadAllText(page) : "";

    // Publishes until a worker is caught while it builds: it stands still, and its build is not done.
    private static async Task<(SiteBuild Build, string Text)> FreezeInTheMidstAsync(CmsHost host, Visitor visitor, CmsProcess[] workers)
    {
        for (long attempt = 1, last = 0; ; attempt++)
        {
            var text = $"Texte publié {attempt} fois.";
            using var response = await visitor.SubmitAsync(Edit, "Publish", ("Body", text));
            Assert.Equal(System.Net.HttpStatusCode.Redirect, response.StatusCode);
            var build = await host.UntilAsync(() => BuildAsync(host, b => b.SiteKey == "vany" && b.PersonName == "camille" && b.Id > last && b.State != BuildState.Waiting));
            var worker = workers.Single(w => w.Worker == build.Worker);
            worker.Freeze();
            if (await BuildAsync(host, b => b.Id == build.Id && b.State == BuildState.Running) is { } caught)
                return (caught, text);
            worker.GoOn();
            last = build.Id;
        }
    }

    private static Task<SiteBuild?> BuildAsync(CmsHost host, System.Linq.Expressions.Expression<Func<SiteBuild, bool>> which) =>
        host.InDatabaseAsync(d => d.SiteBuilds.AsNoTracking().OrderByDescending(b => b.Id).FirstOrDefaultAsync(which));

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
