using System.Collections.Frozen;

namespace SiteFactory.Content.Yaml;

/// <summary>The content format's own keys, so that thousands of files share one string for each.</summary>
internal static class SharedKeys
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "title", "summary", "topics", "image", "imageAlt", "publishAt", "unpublishAt", "status", "updatedAt", "id",
        "redirectFrom", "order", "nav", "template", "audience", "mount", "date", "overlay", "start", "end", "allDay",
        "rrule", "dates", "exceptDates", "place", "location", "organizer", "price", "registration", "eventStatus",
        "entry", "category", "role", "address", "postalCode", "city", "geo", "phones", "emails", "urls", "hours",
        "closures", "accessible", "from", "to", "note", "type", "session", "reference", "author", "postedAt", "file",
        "severity", "until", "link", "name");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The shared string, or a new one for a key that the format does not know.</summary>
    public static string Get(ReadOnlySpan<char> key) => Lookup.TryGetValue(key, out var known) ? known : key.ToString();
}
