using NodaTime;
using SiteFactory.Cms.Data.Publishing;

namespace SiteFactory.Cms.Publishing;

/// <summary>Says in a build's row what led to it.</summary>
internal static class BuildCauses
{
    private const int MostSubjects = 4;

    /// <summary>The build of a site that these entries concern.</summary>
    public static SiteBuild Build(string site, IReadOnlyList<OutboxEntry> entries, long revision, Instant now)
    {
        var all = entries.Where(e => e.Paths.Length > 0).ToList();
        var own = all.Where(e => e.SiteKey == site).ToList();
        var told = own.Count > 0 ? own : all;
        return new()
        {
            SiteKey = site,
            Revision = revision,
            QueuedAt = now,
            IsOwnChange = own.Count > 0,
            Cause = told.Count > 0 ? BuildCause.Change : BuildCause.Start,
            Subject = told.Count > 0 ? Joined(told.Select(e => e.Subject)) : null,
            PersonName = told.Count > 0 ? Joined(told.Select(e => e.PersonName)) : null,
        };
    }

    private static string Joined(IEnumerable<string> words)
    {
        var distinct = words.Distinct(StringComparer.Ordinal).ToList();
        return string.Join(", ", distinct.Take(MostSubjects)) + (distinct.Count > MostSubjects ? "…" : "");
    }
}
