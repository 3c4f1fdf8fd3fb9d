using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Import;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Generator.Load;

namespace SiteFactory.Cms.Tests.Import;

public sealed class ImportExportTests
{
    private const string VanyNews = "-- vany/news/2026-11-10-rentree.md --\n---\ntitle: La rentrée\n";

    [Fact]
    public async Task The_demonstration_territory_comes_out_as_it_went_in()
    {
        var communes = Path.Combine(Repository.Root, "communes");
        await using var host = await CmsHost.BorrowAsync(seed: communes);
        using var export = new TemporaryFolder();
        await ExportAsync(host, export.Path);
        Assert.Empty(Differences(communes, export.Path));
        var report = await ImportAsync(host, export.Path, overwrite: true);
        Assert.Equal((0, 0, 0), (report.Written, report.Media, report.Kept.Length));
        Assert.Equal(1, await host.InDatabaseAsync(d => d.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Drafts_that_were_never_live_are_exported_too()
    {
        await using var host = await CmsHost.BorrowAsync();
        using var visitor = await host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        using var saved = await visitor.SubmitAsync($"/s/vany/pages/{Guid.NewGuid()}?nouveau=true", "Save", ("Title", "Un projet de page"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        using var export = new TemporaryFolder();
        await ExportAsync(host, export.Path);
        Assert.Contains("status: draft", await File.ReadAllTextAsync(Path.Combine(export.Path, "vany/pages/un-projet-de-page.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_edited_here_stays_unless_the_import_is_told_otherwise()
    {
        await using var host = await CmsHost.BorrowAsync();
        using var visitor = await host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster));
        using var saved = await visitor.SubmitAsync($"/s/vany/pages/{SampleTerritory.VanyPage}", "Publish", ("Body", "Écrit ici."));
        var changed = SampleTerritory.Text.Replace("Il se réunit chaque mois.", "Écrit ailleurs.", StringComparison.Ordinal).Replace(VanyNews, VanyNews.Replace("La rentrée", "La grande rentrée", StringComparison.Ordinal), StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        SampleTerritory.WriteTo(folder.Path, changed);
        var report = await ImportAsync(host, folder.Path, overwrite: false);
        Assert.Equal("vany/pages/vie-municipale/conseil.md", Assert.Single(report.Kept));
        Assert.Equal(1, report.Written);
        Assert.Contains("Écrit ici.", await LiveAsync(host, SampleTerritory.VanyPage), StringComparison.Ordinal);
        Assert.True(await host.InDatabaseAsync(d => d.Items.AnyAsync(i => i.Title == "La grande rentrée")));
        await ImportAsync(host, folder.Path, overwrite: true);
        Assert.Contains("Écrit ailleurs.", await LiveAsync(host, SampleTerritory.VanyPage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_deleted_or_closed_here_does_not_come_back_by_itself()
    {
        await using var host = await CmsHost.BorrowAsync();
        await host.InDatabaseAsync(async d =>
        {
            var item = await d.Items.SingleAsync(i => i.Id == SampleTerritory.VanyPage);
            (item.DeletedAt, item.DraftText, item.LiveText, item.LivePath) = (host.Clock.GetCurrentInstant(), item.LiveText, null, null);
            item.Version++;
            var site = await d.Sites.SingleAsync(s => s.Key == "chieulles");
            site.ClosedAt = host.Clock.GetCurrentInstant();
            site.Version++;
            return await d.SaveChangesAsync();
        });
        using var folder = new TemporaryFolder();
        SampleTerritory.WriteTo(folder.Path);
        var report = await ImportAsync(host, folder.Path, overwrite: false);
        Assert.Equal(["chieulles/site.yaml", "vany/pages/vie-municipale/conseil.md"], report.Kept.Order(StringComparer.Ordinal));
        Assert.Null(await LiveAsync(host, SampleTerritory.VanyPage));
        await ImportAsync(host, folder.Path, overwrite: true);
        Assert.NotNull(await LiveAsync(host, SampleTerritory.VanyPage));
        Assert.Null(await host.InDatabaseAsync(d => d.Sites.Where(s => s.Key == "chieulles").Select(s => s.ClosedAt).SingleAsync()));
    }

    [Fact]
    public async Task An_item_that_moved_is_the_same_item_elsewhere()
    {
        await using var host = await CmsHost.BorrowAsync();
        using var folder = new TemporaryFolder();
        SampleTerritory.WriteTo(folder.Path, SampleTerritory.Text.Replace("-- vany/pages/vie-municipale/conseil.md --", "-- chieulles/pages/mairie/conseil.md --", StringComparison.Ordinal));
        Assert.Equal(1, (await ImportAsync(host, folder.Path, overwrite: false)).Written);
        var item = await host.InDatabaseAsync(d => d.Items.SingleAsync(i => i.Id == SampleTerritory.VanyPage));
        Assert.Equal(("chieulles", "mairie/conseil", "chieulles/pages/mairie/conseil.md"), (item.SiteKey, item.Key, item.LivePath));
    }

    [Fact]
    public async Task An_administrator_downloads_everything_as_one_file()
    {
        await using var host = await CmsHost.BorrowAsync();
        using var visitor = await host.SignedInAsync("administration", TerritoryRole.Administrator);
        await using var stream = await visitor.Client.GetStreamAsync(new Uri("/territoire/export", UriKind.Relative));
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        using var archive = new ZipArchive(copy);
        var names = archive.Entries.Select(e => e.FullName).ToList();
        Assert.Contains("territory.yaml", names);
        Assert.Contains("vany/news/2026-11-10-rentree.md", names);
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
    }

    private static Task<string?> LiveAsync(CmsHost host, Guid id) => host.InDatabaseAsync(d => d.Items.Where(i => i.Id == id).Select(i => i.LiveText).SingleAsync());

    private static Task<ImportReport> ImportAsync(CmsHost host, string folder, bool overwrite) => host.WithAsync(services =>
    {
        var files = new FileContentFiles(folder);
        return services.GetRequiredService<FolderImport>().RunAsync(files, new DiskMediaStore(files), overwrite, CancellationToken.None);
    });

    private static Task<bool> ExportAsync(CmsHost host, string folder) => host.WithAsync(async services =>
    {
        var source = await services.GetRequiredService<FolderExport>().ReadAsync(CancellationToken.None);
        FolderExport.Write(source, new FolderSink(folder, source.Media));
        return true;
    });

    /// <summary>Files that are in one folder alone or have other bytes. A text is compared as the format writes it.</summary>
    private static IEnumerable<string> Differences(string one, string other)
    {
        var (a, b) = (Canonical(one), Canonical(other));
        return a.Keys.Union(b.Keys, StringComparer.Ordinal).Where(k => !a.TryGetValue(k, out var x) || !b.TryGetValue(k, out var y) || !x.AsSpan().SequenceEqual(y));
    }

    private static Dictionary<string, byte[]> Canonical(string folder)
    {
        var files = new FileContentFiles(folder);
        var written = new MemoryContentFiles(new DiskMediaStore(files));
        FolderWriter.Write(FolderReader.Read(files).Snapshot!, written);
        var buffer = new ContentBuffer();
        return written.Paths.ToDictionary(p => p, p =>
        {
            written.Read(p, buffer);
            return buffer.Bytes.ToArray();
        }, StringComparer.Ordinal);
    }
}
