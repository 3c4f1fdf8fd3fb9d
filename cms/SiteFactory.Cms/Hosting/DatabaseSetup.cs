using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.PostgreSql;
using SiteFactory.Cms.Searching;
using SiteFactory.Cms.Sqlite;

namespace SiteFactory.Cms.Hosting;

/// <summary>Turns the settings into a database.</summary>
public static class DatabaseSetup
{
    /// <summary>Configures a context for the database that the settings name.</summary>
    public static void Use(DbContextOptionsBuilder builder, CmsOptions options)
    {
        if (options.Database == DatabaseKind.PostgreSql)
        {
            PostgreSqlDatabase.Use(builder, options.ConnectionString ?? throw new InvalidOperationException("Cms:ConnectionString is missing for PostgreSQL."));
            return;
        }
        SqliteDatabase.Use(builder, options.ConnectionString ?? $"Data Source={Path.Combine(options.Data, "cms.db")}");
        builder.AddInterceptors(SqlitePragmas.Instance);
    }

    /// <summary>Brings the database to the model of this version.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        await database.Database.MigrateAsync(cancellation);
        await SearchTables.EnsureAsync(database, cancellation);
    }
}

/// <summary>Sets each connection to SQLite up: readers do not wait for a writer, and references are checked.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Statement = "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";

    /// <summary>It has no state.</summary>
    public static SqlitePragmas Instance { get; } = new();

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Statement;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
