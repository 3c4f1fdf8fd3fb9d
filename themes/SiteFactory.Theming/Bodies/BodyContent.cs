using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Components;
using SiteFactory.Content.Fingerprints;

namespace SiteFactory.Theming.Bodies;

/// <summary>
/// A body ready to be shown. Its fragment is made when it is rendered, not before; its fingerprint covers the text and
/// everything that its directives asked of their context, and is all of it that goes into a page's fingerprint.
/// </summary>
[JsonConverter(typeof(BodyContentJsonConverter))]
public sealed class BodyContent(Fingerprint inputs, Func<RenderFragment> fragment)
{
    private readonly Lazy<RenderFragment> _fragment = new(fragment);

    /// <summary>Nothing.</summary>
    public static BodyContent Empty { get; } = new(default, () => _ => { });

    /// <summary>Stands for the text and all that it shows.</summary>
    public Fingerprint Inputs { get; } = inputs;

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => Inputs == default;

    /// <summary>The markup.</summary>
    public RenderFragment Fragment => _fragment.Value;
}

/// <summary>Writes the fingerprint in the body's place.</summary>
public sealed class BodyContentJsonConverter : JsonConverter<BodyContent>
{
    /// <inheritdoc/>
    public override BodyContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Page models are written, to be fingerprinted, and never read.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, BodyContent value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Inputs.ToString());
}
