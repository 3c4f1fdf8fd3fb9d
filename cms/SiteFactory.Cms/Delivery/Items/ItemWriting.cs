using System.Text;
using System.Text.Json;
using NodaTime;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Delivery.Items;

/// <summary>An item as a program writes it.</summary>
/// <param name="Kind">As in the answers; may not change.</param>
/// <param name="Key">A page's path, otherwise the slug of the address.</param>
/// <param name="Version">The version that the program started from; 0 for a new item.</param>
/// <param name="Fields">The front matter with the keys of the content format; <c>id</c>, <c>status</c> and <c>updatedAt</c> are not the program's to say.</param>
/// <param name="Body">Markdown.</param>
public sealed record ItemInput(string Kind, string Key, long Version, Dictionary<string, JsonElement> Fields, string? Body);

/// <summary>Turns what a program wrote into an item, by the same reader that content folders go through.</summary>
internal static class ItemWriting
{
    private static readonly string[] NotTheirs = ["id", "status", "updatedAt"];

    /// <summary>The item; null, with errors by field, when it makes no sense.</summary>
    public static ContentItem? Read(string site, Guid id, ItemInput input, DateTimeZone zone, Dictionary<string, string[]> errors)
    {
        if (Enum.GetValues<ContentKind>().Where(k => ItemJson.Word(k) == input.Kind).Select(k => (ContentKind?)k).FirstOrDefault() is not { } kind)
        {
            errors["kind"] = [$"Not one of: {string.Join(", ", Enum.GetValues<ContentKind>().Select(k => ItemJson.Word(k)))}."];
            return null;
        }
        foreach (var name in input.Fields.Keys.Where(k => NotTheirs.Contains(k) || !k.All(char.IsAsciiLetter)))
            errors["fields." + name] = ["Cannot be written."];
        if (errors.Count > 0)
            return null;
        var read = FormatText.ReadItem(ItemPlace.Of(site, kind, input.Key), Text(id, input), zone);
        Tell(read.Faults, errors);
        if (read.Value is null && errors.Count == 0)
            errors["fields"] = ["Cannot be read."];
        return errors.Count == 0 ? read.Value : null;
    }

    /// <summary>Faults as errors by field.</summary>
    public static void Tell(IEnumerable<Fault> faults, Dictionary<string, string[]> errors)
    {
        foreach (var fault in faults.Where(f => f.Severity == FaultSeverity.Error).GroupBy(f => f.Key is null ? "body" : "fields." + f.Key, StringComparer.Ordinal))
            errors[fault.Key] = [.. fault.Select(f => $"{f.Message} {f.Cure}")];
    }

    // JSON is YAML: each field stands on one line of the front matter as it came.
    private static string Text(Guid id, ItemInput input)
    {
        var text = new StringBuilder("---\n");
        foreach (var (name, value) in input.Fields)
            text.Append(name).Append(": ").Append(JsonSerializer.Serialize(value)).Append('\n');
        return text.Append("id: ").Append(id).Append("\n---\n\n").Append((input.Body ?? "").ReplaceLineEndings("\n")).ToString();
    }
}
