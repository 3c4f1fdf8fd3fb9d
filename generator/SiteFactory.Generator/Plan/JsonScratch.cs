using System.Buffers;
using System.Text.Json;

namespace SiteFactory.Generator.Plan;

/// <summary>Writes one JSON text after the other into the same memory. For one thread, one text at a time.</summary>
internal sealed class JsonScratch(ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer)
{
    /// <summary>Memory of its own.</summary>
    public static JsonScratch Create(JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        return new(buffer, new(buffer, options));
    }

    /// <summary>Begins a text; what an earlier one left is gone.</summary>
    public Utf8JsonWriter Begin()
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        return writer;
    }

    /// <summary>Ends the text. Its bytes hold until the next one begins.</summary>
    public ReadOnlySpan<byte> End()
    {
        writer.Flush();
        return buffer.WrittenSpan;
    }
}
