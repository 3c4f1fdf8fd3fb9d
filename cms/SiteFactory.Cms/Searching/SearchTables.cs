using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;

namespace SiteFactory.Cms.Searching;

/// <summary>
/// The full-text index of items, in the database itself: whatever writes an item keeps it true, in the same transaction. It is no part
/// of the model, since each database has its own kind; a start makes what is missing, and makes anew what an earlier version defined
/// otherwise. A backup or a migration may lose it, and the next start brings it back.
/// </summary>
public static class SearchTables
{
    /// <summary>Characters of a text that are indexed; PostgreSQL refuses vectors over a megabyte.</summary>
    private const string Limit = "200000";

    // Capitals too: a database whose locale is "C" lowers ASCII alone.
    private const string Accents = "'àâäáãåçèéêëìíîïñòóôöõùúûüýÿÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝŸ’', 'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy '";

    private const string Folded = "translate(" + Ligatures + "lower(\"Title\" || ' ' || left(coalesce(\"DraftText\", \"LiveText\", ''), " + Limit + "))" + Ligated + ", " + Accents + ")";

    private const string Ligatures = "replace(replace(replace(replace(";

    private const string Ligated = ", 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')";

    /// <summary>The vector that PostgreSQL has an index of.</summary>
    internal const string Vector = "to_tsvector('french'::regconfig, " + Folded + ")";

    private static readonly string PostgreSqlName = "IX_Items_Search_" + Short(Vector);

    private static readonly string[] PostgreSql =
    [
        $"""
        DO $$ DECLARE old text; BEGIN
          FOR old IN SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename = 'Items' AND starts_with(indexname, 'IX_Items_Search') AND indexname <> '{PostgreSqlName}'
          LOOP EXECUTE format('DROP INDEX %I', old); END LOOP;
        END $$
        """,
        $"CREATE INDEX IF NOT EXISTS \"{PostgreSqlName}\" ON \"Items\" USING gin (({Vector}))",
    ];

    private static readonly string[] SqliteTables =
    [
        "CREATE TABLE IF NOT EXISTS \"ItemSearchRows\" (\"Row\" INTEGER PRIMARY KEY, \"ItemId\" TEXT NOT NULL UNIQUE)",
        "CREATE VIRTUAL TABLE IF NOT EXISTS \"ItemSearch\" USING fts5(\"Title\", \"Text\", tokenize = 'unicode61 remove_diacritics 2')",
    ];

    private static readonly (string Name, string Does)[] SqliteTriggers =
    [
        ("ItemSearchAdded", $"AFTER INSERT ON \"Items\" BEGIN {Add("new")} END"),
        ("ItemSearchChanged", $"AFTER UPDATE OF \"Title\", \"DraftText\", \"LiveText\" ON \"Items\" BEGIN {Remove("old")} {Add("new")} END"),
        ("ItemSearchRemoved", $"AFTER DELETE ON \"Items\" BEGIN {Remove("old")} END"),
    ];

    private static readonly string[] SqliteFill =
    [
        "INSERT INTO \"ItemSearchRows\" (\"ItemId\") SELECT \"Id\" FROM \"Items\"",
        $"INSERT INTO \"ItemSearch\" (rowid, \"Title\", \"Text\") SELECT r.\"Row\", {TitleOf("i")}, {TextOf("i")} FROM \"Items\" i JOIN \"ItemSearchRows\" r ON r.\"ItemId\" = i.\"Id\"",
    ];

    private static readonly string SqliteVersion = Short(string.Concat(SqliteTables) + string.Concat(SqliteTriggers.Select(t => t.Does)));

    /// <summary>Makes the index where it is missing, incomplete or of another version.</summary>
    public static async Task EnsureAsync(CmsDbContext database, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (database.Database.IsNpgsql())
        {
            // Two processes that start at once make it one after the other.
            await RunAsync(database, ["SELECT pg_advisory_xact_lock(5080)", .. PostgreSql], cancellation);
        }
        else
        {
            var triggers = await database.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ItemSearch%'").ToListAsync(cancellation);
            // Without its triggers an index may have missed something: it is made anew.
            if (!triggers.ToHashSet(StringComparer.Ordinal).SetEquals(SqliteTriggers.Select(Named)))
                await RunAsync(database, Sqlite(triggers), cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    private static async Task RunAsync(CmsDbContext database, IEnumerable<string> statements, CancellationToken cancellation)
    {
        foreach (var statement in statements)
            await database.Database.ExecuteSqlRawAsync(statement, cancellation);
    }

    private static IEnumerable<string> Sqlite(IEnumerable<string> oldTriggers) =>
    [
        .. oldTriggers.Select(t => $"DROP TRIGGER \"{t}\""),
        "DROP TABLE IF EXISTS \"ItemSearch\"",
        "DROP TABLE IF EXISTS \"ItemSearchRows\"",
        .. SqliteTables,
        .. SqliteTriggers.Select(t => $"CREATE TRIGGER \"{Named(t)}\" {t.Does}"),
        .. SqliteFill,
    ];

    private static string Named((string Name, string Does) trigger) => $"{trigger.Name}_{SqliteVersion}";

    private static string Short(string definition) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition)))[..8];

    private static string TitleOf(string row) => Unligated($"{row}.\"Title\"");

    private static string TextOf(string row) => Unligated($"substr(coalesce({row}.\"DraftText\", {row}.\"LiveText\", ''), 1, {Limit})");

    // "Vœux" is found by who types "voeux": the tokenizer forgives accents, not ligatures.
    private static string Unligated(string text) => Ligatures + text + Ligated;

    private static string Add(string row) =>
        $"INSERT OR IGNORE INTO \"ItemSearchRows\" (\"ItemId\") VALUES ({row}.\"Id\"); "
        + $"INSERT INTO \"ItemSearch\" (rowid, \"Title\", \"Text\") VALUES ((SELECT \"Row\" FROM \"ItemSearchRows\" WHERE \"ItemId\" = {row}.\"Id\"), {TitleOf(row)}, {TextOf(row)});";

    private static string Remove(string row) =>
        $"DELETE FROM \"ItemSearch\" WHERE rowid = (SELECT \"Row\" FROM \"ItemSearchRows\" WHERE \"ItemId\" = {row}.\"Id\");";
}
