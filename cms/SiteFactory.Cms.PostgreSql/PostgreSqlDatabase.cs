using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.PostgreSql;

/// <summary>The CMS's database in PostgreSQL.</summary>
public static class PostgreSqlDatabase
{
    /// <summary>Uses the server, with the migrations of this assembly.</summary>
    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, postgres => postgres.MigrationsAssembly(typeof(PostgreSqlDatabase).Assembly.GetName().Name));
}

/// <summary>What <c>dotnet ef</c> makes migrations with.</summary>
public sealed class PostgreSqlDesignFactory : IDesignTimeDbContextFactory<CmsDbContext>
{
    /// <inheritdoc/>
    public CmsDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<CmsDbContext>();
        PostgreSqlDatabase.Use(options, "Host=localhost;Database=design");
        options.UseAccountTables();
        return new(options.Options);
    }
}
