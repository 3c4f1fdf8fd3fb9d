using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SiteFactory.Search.French;

namespace SiteFactory.Search;

/// <summary>Turns a document into words with their impacts, and into what is shown of it.</summary>
internal sealed class DocumentAnalyzer(SearchOptions options, Lexicon lexicon)
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private readonly ConcurrentBag<WordWeights> _idle = [];

    public AnalyzedDocument Analyze(SearchDocument document)
    {
        if (!_idle.TryTake(out var weights))
            weights = new WordWeights();
        Read(weights, document.Title, true, options.Weights.Title, 0.4, 4);
        Read(weights, document.Keywords, false, options.Weights.Keywords, 0.4, 4);
        Read(weights, document.Headings, false, options.Weights.Headings, 0.5, 12);
        Read(weights, document.Summary, false, options.Weights.Summary, 0.5, 14);
        Read(weights, document.Text, false, 1, 0.6, 150);
        var (words, impacts) = weights.EndDocument();
        _idle.Add(weights);
        return new AnalyzedDocument(document, Address(document), new(words, impacts, Excerpt(document)));
    }

    public static AnalyzedDocument Analyze(SearchDocument document, AnalyzedDocument same) => same.At(document, Address(document));

    private void Read(WordWeights weights, string? text, bool keepsEmpty, double weight, double slope, double usualLength)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        Tokenizer.Tokenize(Folding.Compose(text), token => weights.Count(lexicon[token], keepsEmpty));
        weights.EndField(weight, slope, usualLength);
    }

    // One array of the index's files in two parts, of which the second one is the same wherever the document stands.
    private static byte[] Address(SearchDocument document) =>
        JsonArray(document.Url, Folding.Compose(document.Title), document.Date ?? "", document.Origin ?? "")[..^1];

    private byte[] Excerpt(SearchDocument document)
    {
        var array = JsonArray(Shorten(document.Summary ?? "", options.ExcerptLength), Shorten(document.Text, options.ExcerptLength));
        array[0] = (byte)',';
        return array;
    }

    private static byte[] JsonArray(params ReadOnlySpan<string> values)
    {
        using var buffer = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder }))
        {
            json.WriteStartArray();
            foreach (var value in values)
                json.WriteStringValue(value);
            json.WriteEndArray();
        }

        return buffer.ToArray();
    }

    /// <summary>The text on one line, cut between two words.</summary>
    private static string Shorten(string text, int length)
    {
        var line = new StringBuilder(Math.Min(text.Length, length + 1));
        foreach (var c in Folding.Compose(text))
        {
            var isSpace = char.IsWhiteSpace(c) && c is not '\u00A0' and not '\u202F';
            if (isSpace && (line.Length == 0 || line[^1] == ' '))
                continue;
            if (isSpace && line.Length >= length)
                return line.Append('…').ToString();
            line.Append(isSpace ? ' ' : c);
        }

        return line.ToString().TrimEnd(' ');
    }
}
