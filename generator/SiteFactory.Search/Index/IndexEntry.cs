using System.Globalization;
using System.Text.Json;
using SiteFactory.Search.French;

namespace SiteFactory.Search.Index;

/// <summary>
/// The one file with a fixed name: what documents there are, by kind and age, and which files hold what.
/// It stays small however many documents there are.
/// </summary>
internal static class IndexEntry
{
    private const int Version = 1;


    public static byte[] Write(
        IReadOnlyList<AnalyzedDocument> documents, DateOnly today,
        TermDirectory terms, TermDirectory endings, ChunkDirectory chunks, StopWords stopWords)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteNumber("count", documents.Count);
            WriteRuns(json, documents, today);
            json.WriteString("starts", string.Join(' ', terms.Starts));
            json.WriteString("terms", string.Concat(terms.Names));
            json.WriteString("ends", string.Join(' ', endings.Starts));
            json.WriteString("endings", string.Concat(endings.Names));
            json.WriteString("sizes", Numbers(chunks.Sizes));
            json.WriteString(chunks.IsOfLists ? "lists" : "chunks", string.Concat(chunks.Names));
            json.WriteString("empty", string.Join(' ', stopWords.Empty.Where(word => word.Length > 1)));
            json.WriteString("weak", string.Join(' ', stopWords.WeakStems));
            json.WriteString("light", string.Join(' ', stopWords.LightStems));
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Numbers with spaces between.</summary>
    public static string Numbers(IReadOnlyList<int> numbers) =>
        string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Kind, age and number of documents that follow each other.</summary>
    private static void WriteRuns(Utf8JsonWriter json, IReadOnlyList<AnalyzedDocument> documents, DateOnly today)
    {
        json.WriteStartArray("runs");
        var i = 0;
        while (i < documents.Count)
        {
            var (kind, age) = (documents[i].Kind, Age(documents[i], today));
            var start = i;
            while (i < documents.Count && documents[i].Kind == kind && Age(documents[i], today) == age)
                i++;
            json.WriteStringValue(SearchKinds.All[kind]);
            json.WriteNumberValue(age);
            json.WriteNumberValue(i - start);
        }

        json.WriteEndArray();
    }

    /// <summary>0 for what is undated, to come or of these six weeks, up to 4 for what is older than three years.</summary>
    private static int Age(AnalyzedDocument document, DateOnly today)
    {
        if (!DateOnly.TryParseExact(document.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return 0;
        var days = today.DayNumber - date.DayNumber;
        if (document.Kind == SearchKinds.IndexOf(SearchKinds.Event) && days > 0)
            return days > 365 ? 4 : 3;
        return days switch
        {
            <= 45 => 0,
            <= 180 => 1,
            <= 366 => 2,
            <= 1096 => 3,
            _ => 4,
        };
    }
}
