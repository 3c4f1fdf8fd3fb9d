using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.Sqlite;

/// <summary>The CMS's database in one SQLite file.</summary>
public static class SqliteDatabase
{
    /// <summary>Uses the file, with the migrations of this assembly.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name));
}

/// <summary>What <c>dotnet ef</c> makes migrations with.</summary>
public sealed class SqliteDesignFactory : IDesignTimeDbContextFactory<CmsDbContext>
{
    /// <inheritdoc/>
    public CmsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CmsDbContext>();
        SqliteDatabase.Use(options, "Data Source=design.db");
        options.UseAccountTables();
        return new(options.Options);
    }
}
