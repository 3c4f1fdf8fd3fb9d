using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteFactory.EServices.Catalogue;

/// <summary>A catalogue as a JSON file: the last good copy, or a recording that offline builds go by.</summary>
public static class CatalogueFile
{
    private static readonly CatalogueJson Json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    /// <summary>Equal catalogues give equal bytes.</summary>
    public static byte[] Write(PortalCatalogue catalogue) => [.. JsonSerializer.SerializeToUtf8Bytes(catalogue, Json.PortalCatalogue), (byte)'\n'];

    /// <summary>Null when the bytes are not a catalogue of that portal.</summary>
    public static PortalCatalogue? Read(string portal, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, Json.PortalCatalogue) is { Services.IsDefault: false } catalogue && catalogue.Portal == portal
                ? Checked(catalogue)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A file that was written by hand gets the same care as a portal's answer.
    private static PortalCatalogue Checked(PortalCatalogue catalogue) => catalogue with
    {
        Services = Checked(catalogue.Services),
        Gone = catalogue.Gone.IsDefault ? [] : Checked(catalogue.Gone),
    };

    private static ImmutableArray<PortalService> Checked(ImmutableArray<PortalService> services) =>
    [
        .. services
            .Where(s => s is { Key: not null, Title: not null, Url: not null } && CatalogueWords.Key(s.Key) == s.Key && CatalogueWords.IsAddress(s.Url))
            .Select(s => s with { Keywords = s.Keywords.IsDefault ? [] : s.Keywords })
            .DistinctBy(s => s.Key, StringComparer.Ordinal),
    ];
}

[JsonSerializable(typeof(PortalCatalogue))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
