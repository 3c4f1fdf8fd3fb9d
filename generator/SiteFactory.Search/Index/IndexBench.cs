namespace SiteFactory.Search.Index;

/// <summary>What is needed to make an index and can be used for the next one: making all of it anew would take longer than the index itself.</summary>
internal sealed class IndexBench
{
    private readonly FamilyCollector _collector;
    private readonly TermShards _terms;
    private readonly EndingShards _endings = new();

    public IndexBench(CompiledThesaurus thesaurus)
    {
        var store = new PostingStore();
        _collector = new FamilyCollector(thesaurus, store);
        _terms = new TermShards(store);
    }

    /// <summary>Writes the files of words over documents that are numbered as they come. One index at a time.</summary>
    public (TermDirectory Terms, TermDirectory Endings) Write(ReadOnlySpan<AnalyzedDocument> documents, IndexFiles files)
    {
        var families = _collector.Collect(documents);
        return (_terms.Write(families, files), _endings.Write(families, files));
    }
}
