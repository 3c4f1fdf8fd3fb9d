using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SiteFactory.Content.Sheets;

/// <summary>
/// The compact form in which a territory keeps sheets: JSON, a value that is empty left out. Nothing that a file may hold
/// throws but <see cref="JsonException"/>, which names the line.
/// </summary>
public static class SheetJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowOutOfOrderMetadataProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<SheetDisplay>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<SheetNoteKind>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<SheetStyle>(JsonNamingPolicy.CamelCase) },
        TypeInfoResolver = SheetJsonContext.Default.WithAddedModifier(LeaveEmptyListsOut),
        MaxDepth = 200,
    };

    private static readonly JsonTypeInfo<Sheet> Type = (JsonTypeInfo<Sheet>)Options.GetTypeInfo(typeof(Sheet));

    /// <summary>Reads a sheet. Throws <see cref="JsonException"/> when it is none, or holds what no page may.</summary>
    public static Sheet Read(ReadOnlySpan<byte> json)
    {
        var sheet = JsonSerializer.Deserialize(json, Type) ?? throw new JsonException("null");
        SheetCheck.Run(sheet);
        return sheet;
    }

    /// <summary>Writes a sheet; the same sheet gives the same text.</summary>
    public static string Write(Sheet sheet) => JsonSerializer.Serialize(sheet, Type) + "\n";

    private static void LeaveEmptyListsOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (typeof(IList).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = static (_, value) => value is IList { Count: > 0 };
        }
    }
}

/// <summary>The JSON of sheets, made when this project is compiled.</summary>
[JsonSerializable(typeof(Sheet))]
internal sealed partial class SheetJsonContext : JsonSerializerContext;
