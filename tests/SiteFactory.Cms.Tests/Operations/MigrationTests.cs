using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.PostgreSql;
using SiteFactory.Cms.Sqlite;

namespace SiteFactory.Cms.Tests.Operations;

public sealed class MigrationTests
{
    [Fact]
    public void SQLites_migrations_are_not_behind_the_model()
    {
        using var context = new SqliteDesignFactory().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void PostgreSQLs_migrations_are_not_behind_the_model()
    {
        using var context = new PostgreSqlDesignFactory().CreateDbContext([]);
        Assert.False(context.Database.HasPendingModelChanges());
    }
}
