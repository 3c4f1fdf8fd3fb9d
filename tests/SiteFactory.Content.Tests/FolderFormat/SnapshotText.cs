using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Content.Sheets;

namespace SiteFactory.Content.Tests.FolderFormat;

/// <summary>
/// A snapshot as JSON with every property in it, so that snapshots can be compared: records that hold lists only know
/// whether the lists are the same object. Where an item was read from is left out.
/// </summary>
internal static class SnapshotText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new InText<Instant>(i => i.ToString("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF'Z'", null)),
            new InText<LocalDateTime>(t => t.ToString("uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF", null)), new InText<LocalDate>(d => d.ToString("uuuu-MM-dd", null)),
            new InText<SiteFactory.Content.Fingerprints.Fingerprint>(f => f.ToString()), new SourceLeftOut() },
    };

    public static string Of(TerritorySnapshot snapshot)
    {
        var sites = snapshot.Sites.Values.Select(s => new
        {
            s.Site,
            Items = s.Items.Select(i => JsonSerializer.SerializeToElement(i, i.GetType(), Options)).ToList(),
            s.Media,
            s.Overlays,
            s.Everyday,
        });
        return JsonSerializer.Serialize(new { snapshot.Territory, Sheets = snapshot.Sheets.Values.Select(SheetJson.Write), Sites = sites }, Options);
    }

    private sealed class InText<T>(Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    private sealed class SourceLeftOut : JsonConverter<ItemSource>
    {
        public override ItemSource Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, ItemSource value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
