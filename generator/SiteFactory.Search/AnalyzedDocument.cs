using SiteFactory.Search.French;

namespace SiteFactory.Search;

/// <summary>
/// A document after its costly analysis. It depends on the document alone: keep it as long as the document does
/// not change, and hand it to as many indexes as like.
/// </summary>
public sealed class AnalyzedDocument
{
    internal AnalyzedDocument(SearchDocument document, FrenchWord[] words, byte[] impacts, byte[] excerpt)
    {
        Url = document.Url;
        Kind = SearchKinds.IndexOf(document.Kind);
        Date = document.Date is { Length: >= 10 } date ? date[..10] : "";
        Words = words;
        Impacts = impacts;
        Excerpt = excerpt;
    }

    /// <summary>The document’s address.</summary>
    public string Url { get; }

    internal int Kind { get; }

    internal string Date { get; }

    /// <summary>Its distinct words, by folded form.</summary>
    internal FrenchWord[] Words { get; }

    /// <summary>How much the document is about each of them, 0 to 7.</summary>
    internal byte[] Impacts { get; }

    /// <summary>What is needed to show it as a result, in the form of the index’s files.</summary>
    internal byte[] Excerpt { get; }
}
