using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
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
            PostgreSqlDatabase.Use(builder, ConnectionString(options));
            return;
        }
        SqliteDatabase.Use(builder, ConnectionString(options));
        builder.AddInterceptors(SqlitePragmas.Instance);
    }

    /// <summary>How the database that the settings name is reached.</summary>
    public static string ConnectionString(CmsOptions options) => options.Database == DatabaseKind.PostgreSql
        ? options.ConnectionString ?? throw new InvalidOperationException("Cms:ConnectionString is missing for PostgreSQL.")
        : options.ConnectionString ?? $"Data Source={Path.Combine(options.Data, "cms.db")};Foreign Keys=True";

    /// <summary>Brings the database to the model of this version.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        if (database.Database.IsSqlite())
            Directory.CreateDirectory(services.GetRequiredService<IOptions<CmsOptions>>().Value.Data);
        await database.Database.MigrateAsync(cancellation);
        await SearchTables.EnsureAsync(database, cancellation);
        if (database.Database.IsSqlite())
            await SqlitePragmas.CheckAsync(database, cancellation);
    }
}

/// <summary>Sets each connection to SQLite up: readers do not wait for a writer, references are checked, and fifty connections take no more than 25 MB.</summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Statement = "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA cache_size=-512;";

    private static readonly (string Pragma, string Value)[] Expected = [("PRAGMA journal_mode", "wal"), ("PRAGMA foreign_keys", "1"), ("PRAGMA synchronous", "2")];

    /// <summary>It has no state.</summary>
    public static SqlitePragmas Instance { get; } = new();

    /// <summary>Refuses a file system on which SQLite cannot keep these promises.</summary>
    public static async Task CheckAsync(CmsDbContext database, CancellationToken cancellation)
    {
        await database.Database.OpenConnectionAsync(cancellation);
        foreach (var (pragma, expected) in Expected)
        {
            await using var command = database.Database.GetDbConnection().CreateCommand();
            command.CommandText = pragma;
            var value = Convert.ToString(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);
            if (value != expected)
                throw new InvalidDataException($"SQLite answers '{value}' to '{pragma}' where '{expected}' is needed: put the database on a local disk.");
        }
    }

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
