using System.Net;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Commands;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Cms.Tests.Requests;

namespace SiteFactory.Cms.Tests.Operations;

public sealed class BackupTests
{
    [Fact]
    public async Task A_backup_made_while_people_work_comes_back_whole()
    {
        await using var host = await CmsHost.StartAsync(seed: Path.Combine(Repository.Root, "communes"));
        using var visitor = await host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        using var saved = await visitor.SubmitAsync($"/s/vany/pages/{Guid.NewGuid()}?nouveau=true", "Publish", ("Title", "Avant la sauvegarde"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await SampleRequests.SendAsync(host, "vany");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "sauvegarde.zip");
        Assert.Equal(ExitCodes.Done, (await CommandTests.RunAsync(["backup", file, .. host.Arguments])).Code);
        using var later = await visitor.SubmitAsync($"/s/vany/pages/{Guid.NewGuid()}?nouveau=true", "Publish", ("Title", "Après la sauvegarde"));

        string[] elsewhere = [.. host.Arguments, $"--Cms:Data={Path.Combine(folder.Path, "data")}", .. TestDatabase.Settings()];
        Assert.Equal(ExitCodes.Done, (await CommandTests.RunAsync(["restore", file, .. elsewhere])).Code);
        await using var restored = await CmsHost.StartOnAsync(elsewhere);
        Assert.True(await restored.InDatabaseAsync(d => d.Items.AnyAsync(i => i.Title == "Avant la sauvegarde" && i.LiveText != null)));
        Assert.False(await restored.InDatabaseAsync(d => d.Items.AnyAsync(i => i.Title == "Après la sauvegarde")));
        Assert.Equal(await CountsAsync(host, minus: 1), await CountsAsync(restored, minus: 0));
        // Who could sign in can sign in, and can go on writing: numbers that the database gives go on too.
        using var again = restored.Visitor();
        await again.SignInAsync("camille@example.org", CmsHost.Password);
        using var more = await again.SubmitAsync($"/s/vany/pages/{Guid.NewGuid()}?nouveau=true", "Publish", ("Title", "Après la reprise"));
        Assert.Equal(HttpStatusCode.Redirect, more.StatusCode);
        Assert.NotEmpty((await again.OpenAsync("/s/vany/recherche?q=sauvegarde")).QuerySelectorAll(".hits li"));
        Assert.Contains("Une branche menace", (await again.OpenAsync("/s/vany/demandes")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var hash in await restored.InDatabaseAsync(d => d.Media.Select(m => m.ContentHash).Distinct().ToListAsync()))
            Assert.True(File.Exists(Path.Combine(folder.Path, "data", "media", hash[..2], hash)));
    }

    [Fact]
    public async Task A_database_that_holds_something_is_not_replaced_unasked()
    {
        await using var host = await CmsHost.StartAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "sauvegarde.zip");
        Assert.Equal(ExitCodes.Done, (await CommandTests.RunAsync(["backup", file, .. host.Arguments])).Code);
        var (code, _, error) = await CommandTests.RunAsync(["restore", file, .. host.Arguments]);
        Assert.Equal(ExitCodes.Refused, code);
        Assert.Contains("--force", error, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, "pas une archive");
        Assert.Equal(ExitCodes.Environment, (await CommandTests.RunAsync(["restore", file, .. host.Arguments])).Code);
    }

    // What was written after the backup counts once in each of these tables.
    private static Task<(int Items, int Versions, int Outbox, int Media, int People, int Files)> CountsAsync(CmsHost host, int minus) => host.InDatabaseAsync(async d => (
        await d.Items.CountAsync() - minus,
        await d.ItemVersions.CountAsync() - minus,
        await d.Outbox.CountAsync() - minus,
        await d.Media.CountAsync(),
        await d.Users.CountAsync(),
        await d.DataFiles.CountAsync()));
}
