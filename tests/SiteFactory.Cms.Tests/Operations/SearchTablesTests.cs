using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Searching;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Operations;

/// <summary>The index of the search stands outside of the migrations: whatever becomes of it, the next start mends it.</summary>
public sealed class SearchTablesTests
{
    [Fact]
    public async Task An_index_that_a_migration_lost_or_an_earlier_version_made_is_made_anew()
    {
        await using var host = await CmsHost.BorrowAsync();
        var before = await host.InDatabaseAsync(NamesAsync);
        Assert.NotEmpty(before);
        await host.InDatabaseAsync(async database =>
        {
            await RunAsync(database, database.Database.IsNpgsql() ? $"DROP INDEX \"{before[0]}\"" : $"DROP TRIGGER \"{before[0]}\"");
            await RunAsync(database, database.Database.IsNpgsql()
                ? "CREATE INDEX \"IX_Items_Search\" ON \"Items\" USING gin (to_tsvector('simple'::regconfig, \"Title\"))"
                : "CREATE TRIGGER \"ItemSearchAdded\" AFTER INSERT ON \"Items\" BEGIN SELECT 1; END");
            return await database.Items.Where(i => i.Id == SampleTerritory.VanyPage).ExecuteUpdateAsync(i => i.SetProperty(r => r.Title, "Le conseil des hippocampes"));
        });
        await host.InDatabaseAsync(async database =>
        {
            await SearchTables.EnsureAsync(database, CancellationToken.None);
            return true;
        });
        Assert.Equal(before, await host.InDatabaseAsync(NamesAsync));
        Assert.Equal([SampleTerritory.VanyPage], await host.InDatabaseAsync(d => new ContentSearch(d).FindAsync("vany", "hippocampe", 10, CancellationToken.None)));
        Assert.Empty(await host.InDatabaseAsync(d => new ContentSearch(d).FindAsync("chieulles", "hippocampe", 10, CancellationToken.None)));
    }

    private static Task<List<string>> NamesAsync(CmsDbContext database) => (database.Database.IsNpgsql()
        ? database.Database.SqlQuery<string>($"SELECT indexname::text AS \"Value\" FROM pg_indexes WHERE starts_with(indexname, 'IX_Items_Search') ORDER BY 1")
        : database.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ItemSearch%' ORDER BY 1")).ToListAsync();

    private static Task<int> RunAsync(CmsDbContext database, string statement) => database.Database.ExecuteSqlRawAsync(statement);
}
