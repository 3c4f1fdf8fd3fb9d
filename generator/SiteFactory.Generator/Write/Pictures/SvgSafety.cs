using System.Globalization;
using System.Xml;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>Finds what a drawing could do in a citizen's browser when its address is opened by itself.</summary>
public static class SvgSafety
{
    private static readonly HashSet<string> ForbiddenElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "foreignObject", "iframe", "object", "embed", "audio", "video", "canvas", "handler", "listener",
    };

    /// <summary>What is dangerous, in French; null when nothing is.</summary>
    public static string? Danger(byte[] svg)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 0 };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(svg, writable: false), settings);
            while (reader.Read())
            {
                if (DangerOf(reader) is { } danger)
                    return danger;
            }
            return null;
        }
        catch (XmlException) when (HasDocumentType(svg))
        {
            return PictureTexts.Get("SvgDocumentType");
        }
        catch (XmlException e)
        {
            return PictureTexts.Format("SvgMalformed", e.LineNumber.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static bool HasDocumentType(byte[] svg) => svg.AsSpan().IndexOf("<!DOCTYPE"u8) >= 0;

    private static string? DangerOf(XmlReader reader) => reader.NodeType switch
    {
        XmlNodeType.ProcessingInstruction => PictureTexts.Format("SvgInstruction", reader.Name),
        XmlNodeType.Text or XmlNodeType.CDATA => StyleDanger(reader.Value),
        XmlNodeType.Element => ElementDanger(reader),
        _ => null,
    };

    private static string? ElementDanger(XmlReader reader)
    {
        var name = reader.LocalName;
        if (name.Equals("script", StringComparison.OrdinalIgnoreCase))
            return PictureTexts.Get("SvgScript");
        if (ForbiddenElements.Contains(name))
            return PictureTexts.Format("SvgElement", name);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (AttributeDanger(reader.LocalName, reader.Value) is { } danger)
                return danger;
        }
        return null;
    }

    private static string? AttributeDanger(string name, string value)
    {
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            return PictureTexts.Format("SvgHandler", name);
        if (name is "href" or "src" or "base" && !IsInside(value))
            return PictureTexts.Format("SvgReference", value);
        if (name == "attributeName" && value.Contains("href", StringComparison.OrdinalIgnoreCase))
            return PictureTexts.Format("SvgReference", value);
        return name is "xmlns" ? null : StyleDanger(value);
    }

    // url(…) in a style or a presentation attribute may name a part of the drawing only.
    private static string? StyleDanger(string value)
    {
        if (value.Contains("@import", StringComparison.OrdinalIgnoreCase))
            return PictureTexts.Format("SvgReference", "@import");
        var at = -1;
        while ((at = value.IndexOf("url(", at + 1, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            var target = value[(at + 4)..].TrimStart(' ', '"', '\'');
            if (!IsInside(target))
                return PictureTexts.Format("SvgReference", target.Split(')')[0]);
        }
        return value.Contains("javascript:", StringComparison.OrdinalIgnoreCase) ? PictureTexts.Get("SvgScript") : null;
    }

    private static bool IsInside(string target)
    {
        var trimmed = target.Trim();
        return trimmed.StartsWith('#')
            || trimmed.StartsWith("data:image/png", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("data:image/jpeg", StringComparison.OrdinalIgnoreCase)
            || trimmed.StartsWith("data:image/webp", StringComparison.OrdinalIgnoreCase);
    }
}
