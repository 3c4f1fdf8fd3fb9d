using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SiteFactory.Portal.Data;

namespace SiteFactory.Cms.Sqlite;

/// <summary>The portal's tables, in the CMS's file, with a history of migrations of their own.</summary>
public static class PortalSqlite
{
    /// <summary>Uses the file, with the portal's migrations of this assembly.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite
            .MigrationsAssembly(typeof(PortalSqlite).Assembly.GetName().Name)
            .MigrationsHistoryTable("portal_migrations"));
}

/// <summary>What <c>dotnet ef</c> makes the portal's migrations with.</summary>
public sealed class PortalSqliteDesignFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    /// <inheritdoc/>
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalSqlite.Use(options, "Data Source=design.db");
        return new(options.Options);
    }
}
