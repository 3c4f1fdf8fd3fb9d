using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Npgsql;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Hosting;
using SiteFactory.Portal.Data;

namespace SiteFactory.Cms.Backups;

/// <summary>
/// PostgreSQL's tables in the server's own binary form, all read in one snapshot. The job store is left out: the sites are built
/// after a restore, which fills it again.
/// </summary>
internal sealed class PostgreSqlDump(CmsDbContext database, PortalDbContext portal, IOptions<CmsOptions> options) : IDatabaseDump
{
    private const string Folder = "database/";

    private const string TablesInOrder = """
        WITH RECURSIVE tables AS (
          SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname NOT ILIKE 'qrtz\_%' AND c.relname NOT IN ('__EFMigrationsHistory', 'portal_migrations')),
        depth AS (
          SELECT t.oid, t.relname, 0 AS level FROM tables t
          UNION ALL
          SELECT t.oid, t.relname, d.level + 1 FROM depth d JOIN pg_constraint f ON f.confrelid = d.oid AND f.contype = 'f' AND f.conrelid <> f.confrelid
          JOIN tables t ON t.oid = f.conrelid WHERE d.level < 20)
        SELECT relname::text FROM depth GROUP BY relname ORDER BY max(level), relname
        """;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> WriteAsync(ZipArchive archive, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        foreach (var table in await TextsAsync(connection, TablesInOrder, cancellation))
        {
            var columns = string.Join(',', (await TextsAsync(connection, $"SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' AND is_generated = 'NEVER' ORDER BY ordinal_position", cancellation)).Select(Quoted));
            await using (var header = await archive.CreateEntry($"{Folder}{table}.columns").OpenAsync(cancellation))
                await header.WriteAsync(System.Text.Encoding.UTF8.GetBytes(columns), cancellation);
            await using var entry = await archive.CreateEntry($"{Folder}{table}.copy", CompressionLevel.Fastest).OpenAsync(cancellation);
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {Quoted(table)} ({columns}) TO STDOUT (FORMAT BINARY)", cancellation);
            await rows.CopyToAsync(entry, cancellation);
        }
        return await TextsAsync(connection, "SELECT DISTINCT \"ContentHash\" FROM \"Media\" ORDER BY 1", cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> IsFilledAsync(CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        return (await TextsAsync(connection, "SELECT relname::text FROM pg_class WHERE relname = 'Territories'", cancellation)).Count > 0
            && (await TextsAsync(connection, "SELECT \"Name\" FROM \"Territories\"", cancellation)).Count > 0;
    }

    /// <inheritdoc/>
    public async Task ReadAsync(ZipArchive archive, BackupCard card, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await RunAsync(connection, "DROP SCHEMA public CASCADE; CREATE SCHEMA public", cancellation);
        // The tables of the version that made the backup; those of this version follow once they are filled.
        foreach (var context in new DbContext[] { database, portal })
        {
            if (context.Database.GetMigrations().LastOrDefault(card.Migrations.Contains) is { } last)
                await context.GetService<IMigrator>().MigrateAsync(last, cancellation);
        }
        foreach (var table in await TextsAsync(connection, TablesInOrder, cancellation))
            await FillAsync(connection, archive, table, cancellation);
    }

    private static async Task FillAsync(NpgsqlConnection connection, ZipArchive archive, string table, CancellationToken cancellation)
    {
        if (archive.GetEntry($"{Folder}{table}.copy") is not { } entry || archive.GetEntry($"{Folder}{table}.columns") is not { } header)
            return;
        using var reader = new StreamReader(await header.OpenAsync(cancellation));
        var columns = await reader.ReadToEndAsync(cancellation);
        await using (var from = await entry.OpenAsync(cancellation))
        await using (var rows = await connection.BeginRawBinaryCopyAsync($"COPY {Quoted(table)} ({columns}) FROM STDIN (FORMAT BINARY)", cancellation))
            await from.CopyToAsync(rows, cancellation);
        foreach (var column in await TextsAsync(connection, $"SELECT column_name::text FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '{table}' AND is_identity = 'YES'", cancellation))
            await RunAsync(connection, $"SELECT setval(pg_get_serial_sequence('{Quoted(table)}', '{column}'), (SELECT coalesce(max({Quoted(column)}), 0) + 1 FROM {Quoted(table)}), false)", cancellation);
    }

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<List<string>> TextsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellation))
            texts.Add(reader.GetString(0));
        return texts;
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(DatabaseSetup.ConnectionString(options.Value));
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
