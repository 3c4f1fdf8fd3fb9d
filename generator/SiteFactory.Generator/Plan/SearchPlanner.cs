using System.Collections.Concurrent;
using System.Text;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.EServices;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Content.Sheets;
using SiteFactory.EServices.Routing;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Search;
using SiteFactory.Theming.French;

namespace SiteFactory.Generator.Plan;

/// <summary>Analysed documents, kept from build to build as long as their items: only what changed is read again.</summary>
internal sealed class SearchMemory
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<ContentItem, ItemWords> _words = [];

    // Of démarches and of the State's sheets: few, and seldom written anew.
    private readonly ConcurrentDictionary<Fingerprint, ItemWords> _others = new();

    internal SearchIndexBuilder Builder { get; } = new();

    internal AnalyzedDocument Analyze(SiteDocument document) =>
        document.Words.Analyses.GetOrAdd(document.Inputs, _ => AnalyzeNew(document));

    internal ItemWords Words(ContentItem item)
    {
        if (_words.TryGetValue(item, out var words))
            return words;
        words = ItemWords.Of(item);
        _words.AddOrUpdate(item, words);
        return words;
    }

    internal ItemWords Words(string text, string? headings)
    {
        var words = ItemWords.Of(text, headings);
        return _others.GetOrAdd(words.Inputs, words);
    }

    // The site's own index and the territory's hold the same words under two addresses.
    private AnalyzedDocument AnalyzeNew(SiteDocument document)
    {
        var analyses = document.Words.Analyses;
        if (analyses.TryGetValue(document.Said, out var same))
            return Builder.Analyze(document.Document, same);
        var (text, headings) = document.Words.Read();
        var analyzed = Builder.Analyze(document.Document with { Text = text, Headings = headings });
        analyses.TryAdd(document.Said, analyzed);
        return analyzed;
    }
}

/// <summary>What of a text can be found, the same on every site.</summary>
/// <param name="Inputs">Stands for the text.</param>
/// <param name="Read">The plain text and its headings, a line each, null when there are none. Read when they are needed: once analysed, hardly ever.</param>
internal sealed record ItemWords(Fingerprint Inputs, Func<(string Text, string? Headings)> Read)
{
    /// <summary>The documents with these words that an index held, analysed: by their inputs, and one of each wording by what it says.</summary>
    public ConcurrentDictionary<Fingerprint, AnalyzedDocument> Analyses { get; } = new(concurrencyLevel: 1, capacity: 1);

    public static ItemWords Of(ContentItem item)
    {
        var body = item.Body;
        return new(Fingerprint.Of(body), () => (BodyParser.PlainText(body), HeadingsIn(body)));
    }

    public static ItemWords Of(string text, string? headings) => new(Fingerprint.Of($"{text}\u001f{headings}"), () => (text, headings));

    private static string? HeadingsIn(string body)
    {
        StringBuilder? headings = null;
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("##"))
                (headings ??= new()).Append(line.TrimStart('#').Trim()).Append('\n');
        }
        return headings?.ToString();
    }
}

/// <summary>A document of an index.</summary>
/// <param name="Document">Without its text and headings: they are those of its words.</param>
/// <param name="Said">Stands for what it says, wherever it stands.</param>
/// <param name="Inputs">Stands for all of it.</param>
internal sealed record SiteDocument(SearchDocument Document, ItemWords Words, Fingerprint Said, Fingerprint Inputs)
{
    public static SiteDocument Of(SearchDocument document, ItemWords words)
    {
        var d = document;
        var said = Fingerprint.Combine(words.Inputs, Fingerprint.OfTexts(d.Title, d.Summary, d.Keywords));
        return new(d, words, said, Fingerprint.Combine(said, Fingerprint.OfTexts(d.Url, d.Kind, d.Date, d.Origin)));
    }
}

/// <summary>
/// The index over all sites: what each one owns, under its absolute address. It is a tree of its own, released on its own, that
/// every site shows under the same address: one commune's edit does not touch the other sites.
/// </summary>
internal sealed class TerritorySearch
{
    private readonly TerritoryScope _territory;
    private readonly Lazy<(Fingerprint Inputs, Func<IReadOnlyList<SearchFile>> Files)> _index;
    private readonly ConcurrentDictionary<string, List<SiteDocument>> _own = new();

    public TerritorySearch(TerritoryScope territory, SearchMemory memory)
    {
        _territory = territory;
        Memory = memory;
        _index = new(Plan);
    }

    public SearchMemory Memory { get; }

    /// <summary>Reads what a site owns, now rather than when the index is made.</summary>
    public void Gather(string siteKey) => Own(siteKey);

    public BundleOutput Output => new("", _index.Value.Inputs, _index.Value.Files);

    private (Fingerprint, Func<IReadOnlyList<SearchFile>>) Plan() =>
        SearchPlanner.Index([.. _territory.Snapshot.Sites.Keys.SelectMany(Own)], Memory, _territory);

    private List<SiteDocument> Own(string siteKey) =>
        _own.GetOrAdd(siteKey, key => [.. new SearchDocuments(_territory.Site(key), Memory).Own()]);
}

/// <summary>Plans a site's search indexes.</summary>
internal static class SearchPlanner
{
    // From <output>/.releases/<domain>/<release>/recherche/.
    private static readonly LinkOutput Territory = new(Addresses.TerritorySearchIndex.Trim('/'), "../../../../" + Addresses.TerritoryTree);

    public static IEnumerable<PlannedOutput> Plan(SiteScope site)
    {
        var search = site.Territory.Search;
        var (inputs, files) = Index(new SearchDocuments(site, search.Memory).Shown().ToList(), search.Memory, site.Territory);
        return [new BundleOutput(Addresses.SearchIndex[1..], inputs, files), Territory];
    }

    public static (Fingerprint Inputs, Func<IReadOnlyList<SearchFile>> Files) Index(List<SiteDocument> documents, SearchMemory memory, TerritoryScope territory)
    {
        var today = FrenchDates.Iso(territory.Today);
        var inputs = Fingerprint.Combine([territory.Settings.Code, Fingerprint.Of(today), .. documents.Select(d => d.Inputs)]);
        return (inputs, () => memory.Builder.Build(Analyzed(documents, memory), today));
    }

    private static AnalyzedDocument[] Analyzed(List<SiteDocument> documents, SearchMemory memory)
    {
        var analyzed = new AnalyzedDocument[documents.Count];
        Parallel.For(0, analyzed.Length, i => analyzed[i] = memory.Analyze(documents[i]));
        return analyzed;
    }
}

/// <summary>What can be found on a site.</summary>
internal sealed class SearchDocuments(SiteScope site, SearchMemory memory)
{
    /// <summary>Everything the site shows, under its own addresses.</summary>
    public IEnumerable<SiteDocument> Shown() =>
        Items(ownOnly: false).Select(d => SiteDocument.Of(d.Document, d.Words));

    /// <summary>What the site owns, under absolute addresses.</summary>
    public IEnumerable<SiteDocument> Own() =>
        Items(ownOnly: true).Select(d => SiteDocument.Of(d.Document with { Url = site.Absolute(d.Document.Url), Origin = site.Site.Name }, d.Words));

    private IEnumerable<(SearchDocument Document, ItemWords Words)> Items(bool ownOnly)
    {
        foreach (var page in site.Tree.All.Where(p => !ownOnly || p.Shared is null))
            yield return Document(page.Path, page.Title, page.Path.Contains("demarches", StringComparison.Ordinal) ? SearchKinds.Service : SearchKinds.Page, page.Page, null, page.Shared?.Owner.Name, null);
        foreach (var entry in site.Services.All.Where(e => !ownOnly || IsOwn(e)))
            yield return Document(entry);
        foreach (var entry in site.Cards.News.Where(e => !ownOnly || e.Shown.IsOwn))
            yield return Document(entry.Card.Href, entry.Card.Title, SearchKinds.News, entry.Shown.Item, FrenchDates.Iso(entry.Shown.Item.Date.Date), entry.Card.Origin?.Name, null);
        foreach (var entry in site.Cards.Events.Where(e => !ownOnly || e.Shown.IsOwn))
            yield return Document(entry.Card.Href, entry.Card.Title, SearchKinds.Event, entry.Shown.Item, FrenchDates.Iso((entry.Next?.FirstDay ?? entry.Shown.Item.Start.Date)), entry.Card.Origin?.Name, entry.Card.Place);
        foreach (var entry in site.Cards.Directory.Where(e => !ownOnly || e.Shown.IsOwn))
            yield return Document(entry.Card.Href, entry.Card.Title, SearchKinds.Directory, entry.Shown.Item, null, entry.Card.Origin?.Name, string.Join(' ', entry.Card.Category, entry.Card.TypeLabel, entry.Card.Role));
        // The State's sheets are the same on every site: in the territory's index they stand once.
        foreach (var sheet in site.Sheets.Sheets.Values.Where(_ => !ownOnly || site.IsMetropole))
            yield return Document(sheet);
        foreach (var entry in site.Cards.Documents)
            yield return Document(entry.Card.Href, entry.Card.Title, SearchKinds.Document, entry.Item, entry.Card.PostedAt?.Iso ?? entry.Card.Session?.Iso, null, string.Join(' ', entry.Card.TypeLabel, entry.Card.Reference));
    }

    // Over the whole territory, what the territory offers to all is told once, on its own site.
    private bool IsOwn(ServiceEntry entry) => site.IsMetropole
        || entry.Service.Reason is RouteReason.OwnPortal or RouteReason.CommonPortal or RouteReason.OwnLink;

    private (SearchDocument Document, ItemWords Words) Document(Sheet sheet)
    {
        var keywords = string.Join(' ', sheet.Theme, sheet.Folder);
        return (
            new(site.Sheets.Pages[sheet.Id], sheet.Title, SearchKinds.Service, sheet.Description, Text: "", Keywords: keywords),
            memory.Words(SheetWords.Opening(sheet), SheetWords.Headings(sheet)));
    }

    private (SearchDocument Document, ItemWords Words) Document(ServiceEntry entry)
    {
        var words = entry.Service.Words;
        var text = string.Join('\n', ((IEnumerable<string?>)[words.ForWhom, .. words.Documents, words.Cost, words.Delay]).OfType<string>());
        var events = LifeEvents.All.Where(e => words.LifeEvents.Contains(e.Key)).Select(e => e.Label);
        return (
            new(entry.Card.Href, entry.Card.Title, SearchKinds.Service, words.Summary, Text: "", Keywords: string.Join(' ', [words.Category ?? "", .. words.Keywords, .. events])),
            memory.Words(text, null));
    }

    private (SearchDocument Document, ItemWords Words) Document(string url, string title, string kind, ContentItem item, string? date, string? origin, string? keywords)
    {
        var topics = string.Join(' ', item.Topics.Select(site.Territory.TopicLabel));
        return (new(url, title, kind, item.Summary, Text: "", date, origin, Headings: null, $"{keywords} {topics}".Trim()), memory.Words(item));
    }
}
