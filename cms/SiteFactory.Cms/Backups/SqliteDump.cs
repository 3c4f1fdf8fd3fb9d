using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SiteFactory.Cms.Commands;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Backups;

/// <summary>SQLite's file as its own <c>VACUUM INTO</c> copies it at one moment.</summary>
internal sealed class SqliteDump(IOptions<CmsOptions> options) : IDatabaseDump
{
    private const string Entry = "database/cms.db";

    private string Path => System.IO.Path.GetFullPath(new SqliteConnectionStringBuilder(DatabaseSetup.ConnectionString(options.Value)).DataSource);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> WriteAsync(ZipArchive archive, CancellationToken cancellation)
    {
        var copy = Path + ".copy-" + System.IO.Path.GetRandomFileName();
        try
        {
            await using (var connection = await OpenAsync(Path, SqliteOpenMode.ReadWrite, cancellation))
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = "VACUUM INTO $copy";
                command.Parameters.AddWithValue("$copy", copy);
                await command.ExecuteNonQueryAsync(cancellation);
            }
            await archive.CreateEntryFromFileAsync(copy, Entry, CompressionLevel.Fastest, cancellation);
            return await HashesAsync(copy, cancellation);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> IsFilledAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Path))
            return false;
        await using var connection = await OpenAsync(Path, SqliteOpenMode.ReadOnly, cancellation);
        return (await TextsAsync(connection, "SELECT name FROM sqlite_master WHERE name = 'Territories'", cancellation)).Count > 0
            && (await TextsAsync(connection, "SELECT \"Name\" FROM \"Territories\"", cancellation)).Count > 0;
    }

    /// <inheritdoc/>
    public async Task ReadAsync(ZipArchive archive, BackupCard card, CancellationToken cancellation)
    {
        var entry = archive.GetEntry(Entry) ?? throw new InvalidDataException(CommandTexts.Format("BackupBroken", Entry));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        SqliteConnection.ClearAllPools();
        await EnsureUnusedAsync(cancellation);
        var temporary = Path + ".restored";
        await entry.ExtractToFileAsync(temporary, overwrite: true, cancellation);
        File.Delete(Path + "-wal");
        File.Delete(Path + "-shm");
        File.Move(temporary, Path, overwrite: true);
        // The copy has no write-ahead log yet, and whoever looks at it first may be allowed to read alone.
        await using var connection = await OpenAsync(Path, SqliteOpenMode.ReadWrite, cancellation);
        await TextsAsync(connection, "PRAGMA journal_mode=WAL", cancellation);
    }

    // In exclusive mode the first statement fails as long as anybody else has the file open.
    private async Task EnsureUnusedAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Path))
            return;
        try
        {
            await using var connection = await OpenAsync(Path, SqliteOpenMode.ReadWrite, cancellation);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 1;
            command.CommandText = "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;";
            await command.ExecuteNonQueryAsync(cancellation);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            throw new CommandRefusedException(CommandTexts.Get("DatabaseInUse"));
        }
    }

    private static async Task<IReadOnlyList<string>> HashesAsync(string file, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(file, SqliteOpenMode.ReadOnly, cancellation);
        return await TextsAsync(connection, "SELECT DISTINCT \"ContentHash\" FROM \"Media\" ORDER BY 1", cancellation);
    }

    private static async Task<List<string>> TextsAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellation))
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static async Task<SqliteConnection> OpenAsync(string file, SqliteOpenMode mode, CancellationToken cancellation)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
