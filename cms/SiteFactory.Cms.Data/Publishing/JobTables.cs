using System.Text;
using Microsoft.EntityFrameworkCore.Migrations;
using Quartz;

namespace SiteFactory.Cms.Data.Publishing;

/// <summary>
/// The tables of Quartz.NET's job store, as the pinned version of the package itself makes them: its scripts create what is
/// missing and drop nothing. Another version with other tables is refused at start until a migration of ours brings them.
/// </summary>
public static class JobTables
{
    /// <summary>What the tables' names begin with.</summary>
    public const string Prefix = "QRTZ_";

    private const string Separator = "--;;";

    /// <summary>Runs the package's script for that database.</summary>
    /// <param name="database">As the package names it: <c>sqlite</c>, <c>postgres</c>.</param>
    public static void Create(MigrationBuilder migration, string database)
    {
        foreach (var statement in Script(database).Split('\n' + Separator))
        {
            var sql = string.Join('\n', statement.Split('\n').Where(l => !l.TrimStart().StartsWith("--", StringComparison.Ordinal))).Trim();
            if (sql.Length > 0)
                migration.Sql(sql.Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal));
        }
    }

    private static string Script(string database)
    {
        var assembly = typeof(IScheduler).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith($".create_{database}.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
