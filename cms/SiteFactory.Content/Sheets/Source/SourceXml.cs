using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace SiteFactory.Content.Sheets.Source;

/// <summary>Reads a sheet of the official archive (XML). No DTD, no entity, nothing from elsewhere.</summary>
internal static class SourceXml
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20_000_000 };

    /// <summary>The sheet's root element. Throws <see cref="XmlException"/>.</summary>
    public static SourceNode Read(Stream xml)
    {
        using var reader = XmlReader.Create(xml, Settings);
        return Node(XDocument.Load(reader).Root ?? throw new XmlException("no element"));
    }

    private static SourceNode Node(XElement element) => new(
        Name(element),
        element.Attributes().Where(a => !a.IsNamespaceDeclaration).GroupBy(a => a.Name.LocalName, StringComparer.Ordinal)
            .ToImmutableDictionary(a => a.Key, a => a.Last().Value, StringComparer.Ordinal),
        [.. element.Nodes().Select(Any).OfType<SourceNode>()],
        "");

    private static SourceNode? Any(XNode node) => node switch
    {
        XElement element => Node(element),
        XText text => SourceNode.OfText(text.Value),
        _ => null,
    };

    // Dublin Core's elements keep their prefix, as in the package's JSON.
    private static string Name(XElement element) =>
        element.Name.NamespaceName.Contains("purl.org/dc", StringComparison.Ordinal) ? "dc:" + element.Name.LocalName : element.Name.LocalName;
}
