using System.Collections.Concurrent;
using System.Globalization;
using SiteFactory.Search.French;
using SiteFactory.Search.Index;

namespace SiteFactory.Search;

/// <summary>
/// Builds static search indexes: of one site, or of a whole territory. One builder may be used from several threads,
/// and it remembers the words it has met: keep it.
/// </summary>
public sealed class SearchIndexBuilder
{
    private readonly SearchOptions _options;
    private readonly CompiledThesaurus _thesaurus;
    private readonly DocumentAnalyzer _analyzer;
    private readonly ConcurrentBag<IndexBench> _idle = [];

    /// <summary>A builder with these options, or with those that suit French municipal sites.</summary>
    public SearchIndexBuilder(SearchOptions? options = null)
    {
        _options = options ?? new SearchOptions();
        var lexicon = new Lexicon(_options.StopWords);
        _thesaurus = new CompiledThesaurus(_options.Thesaurus, lexicon);
        _analyzer = new DocumentAnalyzer(_options, lexicon);
    }

    /// <summary>Where the client starts reading, relative to the index’s folder.</summary>
    public const string EntryPath = "index.json";

    /// <summary>The part of the work that depends on one document alone.</summary>
    public AnalyzedDocument Analyze(SearchDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _analyzer.Analyze(document);
    }

    /// <summary>The same for a document that says what another one says, elsewhere: next to nothing is left to do.</summary>
    /// <param name="document">Its title, summary, text, headings and keywords are those of the other one; the last four are not read.</param>
    /// <param name="same">Analysed with the same options.</param>
    public AnalyzedDocument Analyze(SearchDocument document, AnalyzedDocument same)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(same);
        return DocumentAnalyzer.Analyze(document, same);
    }

    /// <summary>All of them, on all processors, in the order given.</summary>
    public IReadOnlyList<AnalyzedDocument> AnalyzeAll(IReadOnlyList<SearchDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var analyzed = new AnalyzedDocument[documents.Count];
        Parallel.For(0, documents.Count, i => analyzed[i] = Analyze(documents[i]));
        return analyzed;
    }

    /// <summary>The files of the index over these documents, whatever their order.</summary>
    /// <param name="documents">Each address once.</param>
    /// <param name="today">The local date in ISO form, from which the age of news is counted.</param>
    public IReadOnlyList<SearchFile> Build(IReadOnlyList<AnalyzedDocument> documents, string today)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var date = DateOnly.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        AnalyzedDocument[] ordered =
        [
            .. documents.OrderBy(d => d.Kind)
                .ThenBy(d => d.Date, StringComparer.Ordinal)
                .ThenBy(d => d.Url, StringComparer.Ordinal),
        ];
        if (!_idle.TryTake(out var bench))
            bench = new IndexBench(_thesaurus);
        var files = new IndexFiles();
        var (terms, endings) = bench.Write(ordered, files);
        _idle.Add(bench);
        var chunks = ExcerptChunks.Write(ordered, files);
        files.AddEntry(EntryPath, IndexEntry.Write(ordered, date, terms, endings, chunks, _options.StopWords));
        return files.All;
    }
}
