using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;

namespace SiteFactory.Cms.Searching;

/// <summary>
/// The full-text index of items, in the database itself: whatever writes an item keeps it true, in the same transaction. It is no part
/// of the model, since each database has its own kind; a start makes what is missing.
/// </summary>
public static class SearchTables
{
    /// <summary>Characters of a text that are indexed; PostgreSQL refuses vectors over a megabyte.</summary>
    private const string Limit = "200000";

    private const string Folded = "translate(lower(\"Title\" || ' ' || left(coalesce(\"DraftText\", \"LiveText\", ''), " + Limit + ")), 'àâäáãåçèéêëìíîïñòóôöõùúûüýÿ’', 'aaaaaaceeeeiiiinooooouuuuyy ''')";

    /// <summary>The vector that PostgreSQL has an index of.</summary>
    internal const string Vector = "to_tsvector('french'::regconfig, " + Folded + ")";

    private const string PostgreSql = "CREATE INDEX IF NOT EXISTS \"IX_Items_Search\" ON \"Items\" USING gin ((" + Vector + "))";

    private static readonly string[] Sqlite =
    [
        "CREATE TABLE IF NOT EXISTS \"ItemSearchRows\" (\"Row\" INTEGER PRIMARY KEY, \"ItemId\" TEXT NOT NULL UNIQUE)",
        "CREATE VIRTUAL TABLE IF NOT EXISTS \"ItemSearch\" USING fts5(\"Title\", \"Text\", tokenize = 'unicode61 remove_diacritics 2')",
        $"CREATE TRIGGER IF NOT EXISTS \"ItemSearchAdded\" AFTER INSERT ON \"Items\" BEGIN {Add("new")} END",
        $"CREATE TRIGGER IF NOT EXISTS \"ItemSearchChanged\" AFTER UPDATE OF \"Title\", \"DraftText\", \"LiveText\" ON \"Items\" BEGIN {Remove("old")} {Add("new")} END",
        $"CREATE TRIGGER IF NOT EXISTS \"ItemSearchRemoved\" AFTER DELETE ON \"Items\" BEGIN {Remove("old")} END",
        "INSERT OR IGNORE INTO \"ItemSearchRows\" (\"ItemId\") SELECT \"Id\" FROM \"Items\"",
        $"INSERT INTO \"ItemSearch\" (rowid, \"Title\", \"Text\") SELECT r.\"Row\", i.\"Title\", {TextOf("i")} FROM \"Items\" i JOIN \"ItemSearchRows\" r ON r.\"ItemId\" = i.\"Id\" WHERE r.\"Row\" NOT IN (SELECT rowid FROM \"ItemSearch\")",
    ];

    /// <summary>Makes the index when it is missing, and indexes what is not in it yet.</summary>
    public static async Task EnsureAsync(CmsDbContext database, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (database.Database.IsNpgsql())
        {
            // Two processes that start at once make it one after the other.
            await database.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(5080)", cancellation);
            await database.Database.ExecuteSqlRawAsync(PostgreSql, cancellation);
        }
        else
        {
            foreach (var statement in Sqlite)
                await database.Database.ExecuteSqlRawAsync(statement, cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    private static string TextOf(string row) => $"substr(coalesce({row}.\"DraftText\", {row}.\"LiveText\", ''), 1, {Limit})";

    private static string Add(string row) =>
        $"INSERT OR IGNORE INTO \"ItemSearchRows\" (\"ItemId\") VALUES ({row}.\"Id\"); "
        + $"INSERT INTO \"ItemSearch\" (rowid, \"Title\", \"Text\") VALUES ((SELECT \"Row\" FROM \"ItemSearchRows\" WHERE \"ItemId\" = {row}.\"Id\"), {row}.\"Title\", {TextOf(row)});";

    private static string Remove(string row) =>
        $"DELETE FROM \"ItemSearch\" WHERE rowid = (SELECT \"Row\" FROM \"ItemSearchRows\" WHERE \"ItemId\" = {row}.\"Id\");";
}
