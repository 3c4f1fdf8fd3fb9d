using NodaTime;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing.Differences;

/// <summary>What two people made of one item, put together.</summary>
/// <param name="Overlaps">Places that both changed; for a field the second person's word stands, in the text both do.</param>
public sealed record MergedItem(ContentItem Item, int Overlaps);

/// <summary>Puts two versions of an item together that grew out of the same one.</summary>
public static class ItemMerge
{
    /// <summary>Fields that only one of them changed are as that person left them.</summary>
    public static MergedItem Of(ContentItem common, ContentItem theirs, ContentItem mine, DateTimeZone zone)
    {
        var body = ThreeWayMerge.Of(common.Body, theirs.Body, mine.Body);
        var fields = Fields(common, theirs, mine, zone, out var overlaps);
        return new(fields with { Body = body.Text }, body.Overlaps + overlaps);
    }

    private static ContentItem Fields(ContentItem common, ContentItem theirs, ContentItem mine, DateTimeZone zone, out int overlaps)
    {
        Dictionary<string, string> before = Lines(common, zone), left = Lines(theirs, zone), right = Lines(mine, zone);
        overlaps = 0;
        var lines = new List<string>();
        foreach (var key in right.Keys.Concat(left.Keys).Distinct(StringComparer.Ordinal))
        {
            var (was, they, me) = (before.GetValueOrDefault(key), left.GetValueOrDefault(key), right.GetValueOrDefault(key));
            if (they != me && they != was && me != was)
                overlaps++;
            if ((me == was ? they : me) is { } line)
                lines.Add(line);
        }
        var text = $"---\n{string.Join('\n', lines)}\n---\n";
        return FormatText.ReadItem(ItemPlace.Of(mine.SiteKey, mine.Kind, mine.Key), text, zone).Value ?? mine;
    }

    /// <summary>The lines of the front matter under the key that each begins with; deeper lines belong to the key above.</summary>
    private static Dictionary<string, string> Lines(ContentItem item, DateTimeZone zone)
    {
        var text = FormatText.WriteItem(item with { Body = "", UpdatedAt = null, Status = PublicationStatus.Published, Source = null }, zone);
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        string? key = null;
        foreach (var line in text.Split('\n').Where(l => l.Length > 0 && l != "---"))
        {
            if (!char.IsAsciiLetter(line[0]) && key is not null)
            {
                lines[key] += "\n" + line;
                continue;
            }
            key = line[..line.IndexOf(':', StringComparison.Ordinal)];
            lines[key] = line;
        }
        return lines;
    }
}
