using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SiteFactory.Search.French;
using SiteFactory.Search.Index;

namespace SiteFactory.Search;

/// <summary>Turns a document into words with their impacts, and into what is shown of it.</summary>
internal sealed class DocumentAnalyzer(SearchOptions options, Lexicon lexicon)
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    public AnalyzedDocument Analyze(SearchDocument document)
    {
        Dictionary<FrenchWord, double> weights = new(256, WordIdentity.Comparer);
        AddField(weights, document.Title, new Field(options.Weights.Title, 0.4, 4, KeepsEmpty: true));
        AddField(weights, document.Keywords, new Field(options.Weights.Keywords, 0.4, 4));
        AddField(weights, document.Headings, new Field(options.Weights.Headings, 0.5, 12));
        AddField(weights, document.Summary, new Field(options.Weights.Summary, 0.5, 14));
        AddField(weights, document.Text, new Field(1, 0.6, 150));
        var (words, impacts) = ByFoldedForm(weights);
        return new AnalyzedDocument(document, words, impacts, Excerpt(document));
    }

    private void AddField(Dictionary<FrenchWord, double> weights, string? text, Field field)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        Dictionary<FrenchWord, int> counts = new(64, WordIdentity.Comparer);
        var length = 0;
        Tokenizer.Tokenize(Folding.Compose(text), token =>
        {
            var word = lexicon[token];
            var isEmpty = options.StopWords.IsEmpty(word.Folded);
            if (!isEmpty)
                length++;
            if ((isEmpty && !field.KeepsEmpty) || (IsNoise(word.Folded) && !field.KeepsEmpty))
                return;
            counts[word] = counts.GetValueOrDefault(word) + 1;
        });
        var scale = field.Weight / (1 - field.Slope + (field.Slope * length / field.UsualLength));
        foreach (var (word, count) in counts)
            weights[word] = weights.GetValueOrDefault(word) + (count * scale);
    }

    /// <summary>Parts of telephone numbers and of times: nobody looks for them.</summary>
    private static bool IsNoise(string folded) =>
        folded.Length is 1 or 2 && char.IsAsciiDigit(folded[0]) && char.IsAsciiDigit(folded[^1]);

    private static (FrenchWord[] Words, byte[] Impacts) ByFoldedForm(Dictionary<FrenchWord, double> weights)
    {
        Dictionary<string, (FrenchWord Word, double Weight)> folded = new(weights.Count, StringComparer.Ordinal);
        foreach (var (word, weight) in weights)
        {
            var known = folded.TryGetValue(word.Folded, out var other);
            var first = !known || string.CompareOrdinal(word.Written, other.Word.Written) > 0 ? word : other.Word;
            folded[word.Folded] = (first, weight + other.Weight);
        }

        var words = new FrenchWord[folded.Count];
        var impacts = new byte[folded.Count];
        var i = 0;
        foreach (var (word, weight) in folded.Values.OrderBy(entry => entry.Word.Folded, StringComparer.Ordinal))
        {
            words[i] = word;
            impacts[i++] = Impact.Level(weight);
        }

        return (words, impacts);
    }

    private byte[] Excerpt(SearchDocument document)
    {
        using var buffer = new MemoryStream(options.ExcerptLength + 512);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder }))
        {
            json.WriteStartArray();
            json.WriteStringValue(document.Url);
            json.WriteStringValue(Folding.Compose(document.Title));
            json.WriteStringValue(document.Date ?? "");
            json.WriteStringValue(document.Origin ?? "");
            json.WriteStringValue(Shorten(document.Summary ?? "", options.ExcerptLength));
            json.WriteStringValue(Shorten(document.Text, options.ExcerptLength));
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

    private sealed record Field(double Weight, double Slope, double UsualLength, bool KeepsEmpty = false);
}
