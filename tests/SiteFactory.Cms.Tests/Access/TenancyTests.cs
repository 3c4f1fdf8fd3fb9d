using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Data.Audit;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Access;

/// <summary>Behind every route: a database that was restricted to one site neither shows nor writes another's rows, whatever a feature asks for.</summary>
public sealed class TenancyTests : IAsyncLifetime
{
    /// <summary>Tables that name a site and belong to the territory: only its own screens and the publication read them.</summary>
    private static readonly Type[] OfTheTerritory =
        [typeof(ApiKey), typeof(Webhook), typeof(SiteMembership), typeof(Invitation), typeof(OutboxEntry), typeof(SiteBuild), typeof(AuditEntry)];

    private CmsHost _host = null!;

    public async Task InitializeAsync() => _host = await CmsHost.BorrowAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_table_that_names_a_site_shows_that_site_its_own_rows_only()
    {
        var tables = await _host.InDatabaseAsync(d => Task.FromResult(d.Model.GetEntityTypes().Where(t => t.FindProperty("SiteKey") is not null).ToList()));
        Assert.Contains(tables, t => t.ClrType == typeof(ItemRecord));
        Assert.Equal([], tables.Where(t => t.GetDeclaredQueryFilters().Count == 0).Select(t => t.ClrType.Name).Except(OfTheTerritory.Select(t => t.Name), StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_of_another_site_is_seen()
    {
        Assert.Equal(["vany"], await AsVanyAsync(d => d.Items.Select(i => i.SiteKey).Distinct().ToListAsync()));
        Assert.Equal(["vany"], await AsVanyAsync(d => d.ItemVersions.Select(v => v.SiteKey).Distinct().ToListAsync()));
        Assert.Null(await AsVanyAsync(d => d.Items.FirstOrDefaultAsync(i => i.Id == SampleTerritory.ChieullesPage)));
    }

    [Fact]
    public async Task Of_files_a_site_sees_its_own_and_the_territorys()
    {
        await _host.InDatabaseAsync(d =>
        {
            foreach (var site in new[] { "vany", "chieulles", null })
                d.DataFiles.Add(new() { Path = $"{site ?? "sheets"}/essai.yaml", SiteKey = site, Text = "essai: 1\n", UpdatedBy = "essai" });
            return d.SaveChangesAsync();
        });
        Assert.Equal(["sheets/essai.yaml", "vany/essai.yaml"], await AsVanyAsync(d => d.DataFiles.Where(f => f.Path.EndsWith("essai.yaml")).Select(f => f.Path).Order().ToListAsync()));
    }

    [Fact]
    public async Task Nothing_of_another_site_is_written()
    {
        await RefusedAsync(async d => (await d.Items.IgnoreQueryFilters().SingleAsync(i => i.Id == SampleTerritory.ChieullesPage)).Title = "Autre");
        await RefusedAsync(async d => d.Remove(await d.Items.IgnoreQueryFilters().SingleAsync(i => i.Id == SampleTerritory.ChieullesPage)));
        await RefusedAsync(async d => (await d.Sites.SingleAsync(s => s.Key == "chieulles")).Name = "Autre");
        await RefusedAsync(async d => (await d.Territories.SingleAsync()).Version++);
        await RefusedAsync(d =>
        {
            d.Overlays.Add(new() { SiteKey = "chieulles", ItemId = SampleTerritory.MetropoleNews, UpdatedBy = "voisin" });
            return Task.CompletedTask;
        });
    }

    private Task<T> AsVanyAsync<T>(Func<CmsDbContext, Task<T>> act) => _host.InDatabaseAsync(d =>
    {
        d.RestrictTo("vany");
        return act(d);
    });

    private Task<ForeignSiteException> RefusedAsync(Func<CmsDbContext, Task> change) => AsVanyAsync(async d =>
    {
        await change(d);
        return await Assert.ThrowsAsync<ForeignSiteException>(() => d.SaveChangesAsync());
    });
}
