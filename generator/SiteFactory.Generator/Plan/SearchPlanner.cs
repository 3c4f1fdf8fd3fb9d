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

/// <summary>Analysed documents and plain texts, kept from build to build as long as their items: only what changed is read again.</summary>
internal sealed class SearchMemory
{
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<ContentItem, ItemWords> _words = [];

    // Of démarches and of the State's sheets: few, and seldom written anew.
    private readonly ConcurrentDictionary<Fingerprint, ItemWords> _others = new();

    internal SearchIndexBuilder Builder { get; } = new();

    internal AnalyzedDocument Analyze(SiteDocument document) =>
        document.Words.Analyses.GetOrAdd(document.Inputs, _ => Builder.Analyze(document.Document));

    internal ItemWords Words(ContentItem item)
    {
        if (_words.TryGetValue(item, out var words))
            return words;
        words = ItemWords.Of(item.Body);
        _words.AddOrUpdate(item, words);
        return words;
    }

    internal ItemWords Words(string text, string? headings)
    {
        var words = ItemWords.Of(text, headings);
        return _others.GetOrAdd(words.Inputs, words);
    }
}

/// <summary>What of a text can be found, the same on every site.</summary>
/// <param name="Headings">A line each; null when there are none.</param>
/// <param name="Inputs">Stands for both.</param>
internal sealed record ItemWords(string Text, string? Headings, Fingerprint Inputs)
{
    /// <summary>The documents with these words that an index held, analysed, by their inputs.</summary>
    public ConcurrentDictionary<Fingerprint, AnalyzedDocument> Analyses { get; } = new(concurrencyLevel: 1, capacity: 1);

    public static ItemWords Of(string body) => Of(BodyParser.PlainText(body), HeadingsIn(body));

    public static ItemWords Of(string text, string? headings) => new(text, headings, Fingerprint.Of($"{text}\u001f{headings}"));

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

/// <summary>A document and a fingerprint of all its words.</summary>
/// <param name="Words">Its text and headings are theirs.</param>
internal sealed record SiteDocument(SearchDocument Document, ItemWords Words, Fingerprint Inputs)
{
    public static SiteDocument Of(SearchDocument document, ItemWords words)
    {
        var d = document;
        return new(d, words, Fingerprint.Combine(words.Inputs, Fingerprint.OfTexts(d.Url, d.Title, d.Kind, d.Summary, d.Date, d.Origin, d.Keywords)));
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
        var words = memory.Words(SheetWords.Opening(sheet), SheetWords.Headings(sheet));
        return (new(site.Sheets.Pages[sheet.Id], sheet.Title, SearchKinds.Service, sheet.Description, words.Text, null, null, words.Headings, string.Join(' ', sheet.Theme, sheet.Folder)), words);
    }

    private (SearchDocument Document, ItemWords Words) Document(ServiceEntry entry)
    {
        var words = entry.Service.Words;
        var text = string.Join('\n', ((IEnumerable<string?>)[words.ForWhom, .. words.Documents, words.Cost, words.Delay]).OfType<string>());
        var events = LifeEvents.All.Where(e => words.LifeEvents.Contains(e.Key)).Select(e => e.Label);
        return (
            new(entry.Card.Href, entry.Card.Title, SearchKinds.Service, words.Summary, text, null, null, null, string.Join(' ', [words.Category ?? "", .. words.Keywords, .. events])),
            memory.Words(text, null));
    }

    private (SearchDocument Document, ItemWords Words) Document(string url, string title, string kind, ContentItem item, string? date, string? origin, string? keywords)
    {
        var topics = string.Join(' ', item.Topics.Select(site.Territory.TopicLabel));
        var words = memory.Words(item);
        return (new(url, title, kind, item.Summary, words.Text, date, origin, words.Headings, $"{keywords} {topics}".Trim()), words);
    }
}
