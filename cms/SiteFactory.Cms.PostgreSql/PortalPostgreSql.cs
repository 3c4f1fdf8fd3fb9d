using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SiteFactory.Portal.Data;

namespace SiteFactory.Cms.PostgreSql;

/// <summary>The portal's tables, in the CMS's database, with a history of migrations of their own.</summary>
public static class PortalPostgreSql
{
    /// <summary>Uses the server, with the portal's migrations of this assembly.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, postgres => postgres
            .MigrationsAssembly(typeof(PortalPostgreSql).Assembly.GetName().Name)
            .MigrationsHistoryTable("portal_migrations"));
}

/// <summary>What <c>dotnet ef</c> makes the portal's migrations with.</summary>
public sealed class PortalPostgreSqlDesignFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    /// <inheritdoc/>
    public PortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        PortalPostgreSql.Use(options, "Host=localhost;Database=design");
        return new(options.Options);
    }
}
