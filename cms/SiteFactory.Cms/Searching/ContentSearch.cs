using System.Text;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;

namespace SiteFactory.Cms.Searching;

/// <summary>Full-text search over the items of one site, drafts included. Accents and endings are forgiven.</summary>
public sealed class ContentSearch(CmsDbContext database)
{
    private const int MostWords = 12;

    /// <summary>Ids of what has all the words, the best first; what is in the trash is left out.</summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(string siteKey, string text, int limit, CancellationToken cancellation)
    {
        var words = Words(text);
        if (words.Count == 0)
            return [];
        var rows = database.Database.IsNpgsql() ? PostgreSql(siteKey, words, limit) : Sqlite(siteKey, words, limit);
        return await rows.ToListAsync(cancellation);
    }

    /// <summary>Letters and digits in runs: nothing of what a query language could mean is left.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormC).Append(' '))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        return [.. words.Where(w => w.Length > 1 || char.IsDigit(w[0])).Distinct(StringComparer.Ordinal).Take(MostWords)];
    }

    private IQueryable<Guid> Sqlite(string siteKey, IReadOnlyList<string> words, int limit)
    {
        // "piscines" finds "piscine", as the plural is the ending that French people type most.
        var query = string.Join(' ', words.Select(w => $"\"{Singular(Unligated(w))}\"*"));
        return database.Database.SqlQuery<Guid>($"""
            SELECT i."Id" AS "Value" FROM "ItemSearch" s
            JOIN "ItemSearchRows" r ON r."Row" = s.rowid JOIN "Items" i ON i."Id" = r."ItemId"
            WHERE "ItemSearch" MATCH {query} AND i."SiteKey" = {siteKey} AND i."DeletedAt" IS NULL
            ORDER BY bm25("ItemSearch", 8.0, 1.0) LIMIT {limit}
            """);
    }

    private IQueryable<Guid> PostgreSql(string siteKey, IReadOnlyList<string> words, int limit)
    {
        var query = string.Join(" & ", words.Select(w => Unaccented(Unligated(w)) + ":*"));
        var sql = $$"""
            SELECT "Id" AS "Value" FROM "Items", to_tsquery('french', {0}) q
            WHERE {{SearchTables.Vector}} @@ q AND "SiteKey" = {1} AND "DeletedAt" IS NULL
            ORDER BY ts_rank({{SearchTables.Vector}}, q) DESC LIMIT {2}
            """;
        return database.Database.SqlQueryRaw<Guid>(sql, query, siteKey, limit);
    }

    private static string Singular(string word) => word.Length > 4 && word[^1] is 's' or 'x' ? word[..^1] : word;

    private static string Unligated(string word) => word.Replace("œ", "oe", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal);

    private static string Unaccented(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
                plain.Append(c);
        }
        return plain.ToString();
    }
}
