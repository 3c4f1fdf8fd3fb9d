using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Theming.Fingerprints;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan;

/// <summary>
/// Fingerprints a model over its JSON. Whatever a component can see of a model is in its JSON, so that an input cannot be
/// forgotten.
/// </summary>
internal static class ModelFingerprint
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    /// <summary>The model types' JSON.</summary>
    public static ModelJsonContext Json => ModelJsonContext.Default;

    public static Fingerprint Of<T>(T model, JsonTypeInfo<T> type)
    {
        var writer = Begin();
        JsonSerializer.Serialize(writer, model, type);
        return End(writer);
    }

    public static Fingerprint Of(PageMain main)
    {
        var writer = Begin();
        PageMainJson.Write(writer, main);
        return End(writer);
    }

    private static Utf8JsonWriter Begin()
    {
        var buffer = t_buffer ??= new(8192);
        buffer.ResetWrittenCount();
        var writer = t_writer ??= new(buffer, WriterOptions);
        writer.Reset(buffer);
        return writer;
    }

    private static Fingerprint End(Utf8JsonWriter writer)
    {
        writer.Flush();
        return Fingerprint.Of(t_buffer!.WrittenSpan);
    }
}
