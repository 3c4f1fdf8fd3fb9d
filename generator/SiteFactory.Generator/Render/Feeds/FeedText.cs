using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using NodaTime;
using NodaTime.Text;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>What the feeds have in common: how they write XML, JSON and moments.</summary>
internal static class FeedText
{
    private static readonly XmlWriterSettings XmlSettings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Indented = false,
    };

    /// <summary>The bytes of an XML document.</summary>
    public static byte[] Xml(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, XmlSettings))
            write(xml);
        return bytes.ToArray();
    }

    /// <summary>The bytes of a JSON document.</summary>
    public static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(bytes, JsonOptions))
            write(json);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>RFC 3339 in UTC, whole seconds: <c>2026-11-22T15:00:00Z</c>.</summary>
    public static string Moment(Instant at) => InstantPattern.General.Format(at);

    /// <summary>An id as a URI.</summary>
    public static string Urn(Guid id) => "urn:uuid:" + id.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>The text without what XML 1.0 cannot hold: control characters and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsXml(rune))
                return Strip(text);
        }
        return text;
    }

    /// <summary>An element with text.</summary>
    public static void Element(this XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name);
        xml.WriteString(Clean(text));
        xml.WriteEndElement();
    }

    /// <summary>An attribute, left out when there is no value.</summary>
    public static void Attribute(this XmlWriter xml, string name, string? value)
    {
        if (value is not null)
            xml.WriteAttributeString(name, Clean(value));
    }

    /// <summary>A property, left out when there is no value.</summary>
    public static void Optional(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }

    /// <summary>A list of texts, left out when empty.</summary>
    public static void Optional(this Utf8JsonWriter json, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Strip(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsXml(rune))
                kept.Append(rune.ToString());
        }
        return kept.ToString();
    }

    // EnumerateRunes gives U+FFFD for half a pair.
    private static bool IsXml(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r' or (>= 0x20 and not 0xFFFE and not 0xFFFF and not 0xFFFD);
}
