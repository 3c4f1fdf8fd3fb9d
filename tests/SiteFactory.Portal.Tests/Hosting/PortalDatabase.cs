using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SiteFactory.Cms.PostgreSql;
using SiteFactory.Cms.Sqlite;
using SiteFactory.Portal.Data;

namespace SiteFactory.Portal.Tests.Hosting;

/// <summary>
/// The database of one portal, with the tables that the migrations make: a SQLite file, or, where <c>SITEFACTORY_TEST_POSTGRESQL</c>
/// names a server, a database there. Migrated once and copied.
/// </summary>
internal abstract class PortalDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("SITEFACTORY_TEST_POSTGRESQL");

    /// <summary>A new one.</summary>
    /// <param name="folder">Where a file may be.</param>
    public static PortalDatabase In(string folder) => Server is null ? new PortalFile(folder) : new PortalOnServer(Server);

    /// <summary>Has a context use it.</summary>
    public abstract void Use(DbContextOptionsBuilder options);

    /// <summary>Lets go of it.</summary>
    public abstract void Dispose();

    private protected static void Migrate(Action<DbContextOptionsBuilder> use)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        use(options);
        using var context = new PortalDbContext(options.Options);
        context.Database.Migrate();
    }
}

/// <summary>A SQLite file.</summary>
internal sealed class PortalFile : PortalDatabase
{
    private static readonly Lazy<byte[]> Migrated = new(MakeMigrated);

    private readonly string _connection;

    public PortalFile(string folder)
    {
        var file = Path.Combine(folder, "portal.db");
        File.WriteAllBytes(file, Migrated.Value);
        _connection = $"Data Source={file}";
    }

    /// <inheritdoc/>
    public override void Use(DbContextOptionsBuilder options) => PortalSqlite.Use(options, _connection);

    /// <inheritdoc/>
    public override void Dispose()
    {
        using var connection = new SqliteConnection(_connection);
        SqliteConnection.ClearPool(connection);
    }

    private static byte[] MakeMigrated()
    {
        // A file that is not there yet: Entity Framework then gives it the write-ahead log, which readers and writers at once need.
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Migrate(o => PortalSqlite.Use(o, $"Data Source={file};Pooling=False"));
            return File.ReadAllBytes(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

/// <summary>A database on a PostgreSQL server.</summary>
internal sealed class PortalOnServer : PortalDatabase
{
    private static readonly Lock Making = new();
    private static string? _migrated;

    private readonly string _server;
    private readonly string _name = NewName();

    public PortalOnServer(string server)
    {
        _server = server;
        lock (Making)
            _migrated ??= MakeMigrated(server);
        Run(server, $"CREATE DATABASE {_name} TEMPLATE {_migrated}");
    }

    /// <inheritdoc/>
    public override void Use(DbContextOptionsBuilder options) => PortalPostgreSql.Use(options, To(_server, _name, pooling: true));

    /// <inheritdoc/>
    public override void Dispose() => Run(_server, $"DROP DATABASE {_name} WITH (FORCE)");

    private static string MakeMigrated(string server)
    {
        var name = NewName();
        Run(server, $"CREATE DATABASE {name}");
        // Without a pool nobody is connected any more when it is copied.
        Migrate(o => PortalPostgreSql.Use(o, To(server, name, pooling: false)));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Run(server, $"DROP DATABASE {name} WITH (FORCE)");
        return name;
    }

    private static string NewName() => "sf_" + Guid.NewGuid().ToString("N");

    private static string To(string server, string name, bool pooling) =>
        new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = pooling, MaxPoolSize = 30 }.ConnectionString;

    private static void Run(string server, string statement)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
