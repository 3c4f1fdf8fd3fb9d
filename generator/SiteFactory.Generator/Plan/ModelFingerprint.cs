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
    private static JsonScratch? t_scratch;

    /// <summary>The model types' JSON.</summary>
    public static ModelJsonContext Json => ModelJsonContext.Default;

    public static Fingerprint Of<T>(T model, JsonTypeInfo<T> type)
    {
        JsonSerializer.Serialize(Scratch.Begin(), model, type);
        return Fingerprint.Of(Scratch.End());
    }

    public static Fingerprint Of(PageMain main)
    {
        PageMainJson.Write(Scratch.Begin(), main);
        return Fingerprint.Of(Scratch.End());
    }

    private static JsonScratch Scratch => t_scratch ??= JsonScratch.Create(WriterOptions);
}
