using SiteFactory.Search.French;

namespace SiteFactory.Search;

/// <summary>
/// A document after its costly analysis. It depends on the document alone: keep it as long as the document does
/// not change, and hand it to as many indexes as like.
/// </summary>
public sealed class AnalyzedDocument
{
    private readonly byte[] _address;
    private readonly AnalyzedWords _words;

    internal AnalyzedDocument(SearchDocument document, byte[] address, AnalyzedWords words)
    {
        Url = document.Url;
        Kind = SearchKinds.IndexOf(document.Kind);
        Date = document.Date is { Length: >= 10 } date ? date[..10] : "";
        _address = address;
        _words = words;
    }

    /// <summary>The document’s address.</summary>
    public string Url { get; }

    internal int Kind { get; }

    internal string Date { get; }

    /// <summary>Its distinct words, by folded form.</summary>
    internal FrenchWord[] Words => _words.Words;

    /// <summary>How much the document is about each of them, 0 to 7.</summary>
    internal byte[] Impacts => _words.Impacts;

    /// <summary>The length of its excerpt.</summary>
    internal int ExcerptLength => _address.Length + _words.Excerpt.Length;

    /// <summary>Writes what is needed to show it as a result, in the form of the index’s files.</summary>
    internal void WriteExcerpt(Stream into)
    {
        into.Write(_address);
        into.Write(_words.Excerpt);
    }

    /// <summary>The same words under another address.</summary>
    internal AnalyzedDocument At(SearchDocument document, byte[] address) => new(document, address, _words);
}

/// <summary>What of an analysis depends on what a document says and not on where it stands: most of it.</summary>
/// <param name="Words">Distinct, by folded form.</param>
/// <param name="Impacts">How much the document is about each of them, 0 to 7.</param>
/// <param name="Excerpt">The end of its JSON array in the index’s files: summary and beginning of the text.</param>
internal sealed record AnalyzedWords(FrenchWord[] Words, byte[] Impacts, byte[] Excerpt);
