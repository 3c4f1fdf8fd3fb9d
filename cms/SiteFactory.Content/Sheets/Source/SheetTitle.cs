using System.Xml;

namespace SiteFactory.Content.Sheets.Source;

/// <summary>A line of a source's list of sheets.</summary>
/// <param name="Theme">"Famille"; null when the source does not say.</param>
public sealed record SheetTitle(string Id, string Title, string? Theme)
{
    private const string DublinCore = "purl.org/dc";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20_000_000 };

    /// <summary>A line as a source's index says it; null when that names no sheet.</summary>
    public static SheetTitle? Of(string? id, string? title, string? theme) =>
        id is not null && Sheet.IsId(id) && Typeset(title) is { } words ? new(id, words, Typeset(theme)) : null;

    /// <summary>Reads the head of a sheet of the official archive, and no further; null when it is no sheet.</summary>
    public static SheetTitle? OfXml(Stream xml)
    {
        try
        {
            using var reader = XmlReader.Create(xml, Settings);
            return reader.MoveToContent() == XmlNodeType.Element ? Head(reader) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    // Dublin Core's elements stand before everything else.
    private static SheetTitle? Head(XmlReader reader)
    {
        var (id, title, theme) = (reader.GetAttribute("ID"), (string?)null, (string?)null);
        reader.Read();
        while (!reader.EOF && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
                reader.Read();
            else if (!reader.NamespaceURI.Contains(DublinCore, StringComparison.Ordinal))
                break;
            else if (reader.LocalName == "title")
                title = reader.ReadElementContentAsString();
            else if (reader.LocalName == "subject")
                theme = reader.ReadElementContentAsString();
            else
                reader.Skip();
        }
        return Of(id, title, theme);
    }

    private static string? Typeset(string? words) => words is not null && LineConverter.Typeset(words) is { Length: > 0 } text ? text : null;
}
