using System.IO.Compression;

namespace SiteFactory.Cms.Backups;

/// <summary>How one kind of database is written into a backup and read out of it.</summary>
internal interface IDatabaseDump
{
    /// <summary>Writes the database as it is at one moment, while others go on writing.</summary>
    /// <returns>The hashes of all media files that it names at that moment.</returns>
    Task<IReadOnlyList<string>> WriteAsync(ZipArchive archive, CancellationToken cancellation);

    /// <summary>Whether the database holds a territory already.</summary>
    Task<bool> IsFilledAsync(CancellationToken cancellation);

    /// <summary>Replaces whatever is there. Throws when somebody else works with the database.</summary>
    Task ReadAsync(ZipArchive archive, BackupCard card, CancellationToken cancellation);
}

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">Of the file: another number is another software's.</param>
/// <param name="Database">Kind: a backup is restored into a database of the same kind.</param>
/// <param name="Migrations">What the tables are, the oldest first.</param>
public sealed record BackupCard(int Format, string Database, string CreatedAt, IReadOnlyList<string> Migrations)
{
    /// <summary>The format that this version writes and reads.</summary>
    public const int Current = 1;

    /// <summary>Where it stands in the archive.</summary>
    public const string Entry = "sauvegarde.json";
}
