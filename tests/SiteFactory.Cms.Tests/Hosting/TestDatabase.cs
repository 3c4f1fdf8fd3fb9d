using Microsoft.Data.Sqlite;
using Npgsql;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>
/// The database that a host gets: a SQLite file of its own, or, where <c>SITEFACTORY_TEST_POSTGRESQL</c> names a server, a database of
/// its own there. The same tests run on both.
/// </summary>
public static class TestDatabase
{
    private const string ConnectionString = "--Cms:ConnectionString=";

    private static long _ahead;

    /// <summary>Connection string of the server; null: SQLite.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("SITEFACTORY_TEST_POSTGRESQL");

    /// <summary>Settings for the application, with an empty database on the server, or SQLite in the data folder.</summary>
    public static string[] Settings() => Server is null ? ["--Cms:Database=Sqlite"] : On(Create());

    /// <summary>Settings for the application with that database of the server.</summary>
    internal static string[] On(string database) =>
    [
        "--Cms:Database=PostgreSql",
        ConnectionString + new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 30, CommandTimeout = 300 }.ConnectionString,
    ];

    /// <summary>Makes a database on the server, empty or the copy of another one.</summary>
    /// <param name="name">It replaces that one.</param>
    internal static string Create(string? template = null, string? name = null)
    {
        if (name is not null)
            Drop(name);
        name ??= "sf_" + Guid.NewGuid().ToString("N");
        Run(Server!, $"CREATE DATABASE {name}" + (template is null ? "" : " TEMPLATE " + template));
        return name;
    }

    /// <summary>Closes connections that nobody uses: the next one is to the new database.</summary>
    internal static void ClosePools()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>
    /// Gives the outbox numbers that no database before this one reached. Its first entry says that everything may have changed, so that
    /// an application that read another database reads this one anew.
    /// </summary>
    /// <param name="database">On the server; null: the file.</param>
    internal static void SkipAhead(string? database, string file)
    {
        var by = Interlocked.Add(ref _ahead, 1_000_000);
        if (database is null)
        {
            using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE \"Outbox\" SET \"Id\" = \"Id\" + {by}; UPDATE sqlite_sequence SET seq = seq + {by} WHERE name = 'Outbox'";
            command.ExecuteNonQuery();
            return;
        }
        Run(On(database)[1][ConnectionString.Length..] + ";Pooling=False", $"UPDATE \"Outbox\" SET \"Id\" = \"Id\" + {by}; SELECT setval(pg_get_serial_sequence('\"Outbox\"', 'Id'), (SELECT max(\"Id\") FROM \"Outbox\"))");
    }

    /// <summary>Ends all connections to the database: it can be copied then.</summary>
    internal static void Leave(string database) => Run(Server!, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");

    /// <summary>Takes the database off the server.</summary>
    internal static void Drop(string database) => Run(Server!, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");

    private static void Run(string server, string statement)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
