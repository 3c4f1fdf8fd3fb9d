using Npgsql;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>
/// The database that a host gets: a SQLite file of its own, or, where <c>SITEFACTORY_TEST_POSTGRESQL</c> names a server, a database of
/// its own there. The same tests run on both.
/// </summary>
public static class TestDatabase
{
    /// <summary>Connection string of the server; null: SQLite.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("SITEFACTORY_TEST_POSTGRESQL");

    /// <summary>Settings for the application.</summary>
    public static IEnumerable<string> Settings()
    {
        if (Server is null)
            return ["--Cms:Database=Sqlite"];
        var name = "sf_" + Guid.NewGuid().ToString("N");
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        command.ExecuteNonQuery();
        var own = new NpgsqlConnectionStringBuilder(Server) { Database = name, MaxPoolSize = 30 };
        return ["--Cms:Database=PostgreSql", "--Cms:ConnectionString=" + own.ConnectionString];
    }
}
