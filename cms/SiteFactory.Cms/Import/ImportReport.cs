using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Faults;

namespace SiteFactory.Cms.Import;

/// <summary>What an import did.</summary>
/// <param name="Written">Texts and descriptions that were new or changed.</param>
/// <param name="Kept">What was edited, deleted or closed here since, and stayed as it is here.</param>
/// <param name="Media">Files of the library that were new or changed.</param>
public sealed record ImportReport(int Sites, int Written, int Unchanged, ImmutableArray<string> Kept, int Media, ImmutableArray<Fault> Faults);

/// <summary>One import's memory: what it may overwrite, and what it did so far.</summary>
internal sealed class ImportRun(Instant now, DateTimeZone zone, bool overwrite)
{
    /// <summary>Who is said to have written.</summary>
    public const string Author = "Import";

    private readonly ImmutableArray<string>.Builder _kept = ImmutableArray.CreateBuilder<string>();

    public Instant Now { get; } = now;

    public DateTimeZone Zone { get; } = zone;

    public bool Overwrite { get; } = overwrite;

    public int Written { get; set; }

    public int Unchanged { get; set; }

    public int Media { get; set; }

    public ImmutableArray<string> Kept => _kept.ToImmutable();

    /// <summary>Whether anything in the database is another one than before.</summary>
    public bool ChangedAnything => Written + Media > 0;

    /// <summary>Whether what is here may give way to the folder's. What was edited here after the folder's version stays, and is told.</summary>
    /// <param name="version">The version here, and the one that the last import wrote.</param>
    /// <param name="at">When it was last written, here and in the folder; null where nothing says so.</param>
    public bool MayWrite(string path, (long Now, long? Imported) version, (Instant? Here, Instant? There) at = default)
    {
        if (Overwrite || version.Now == version.Imported || at.There > at.Here)
            return true;
        _kept.Add(path);
        return false;
    }
}
