using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan.Pages;

/// <summary>The lists: news, agenda, directory, documents, with their pages and filters.</summary>
internal sealed class ListPlanner(SiteScope site, PageBuilder builder)
{
    private const int NewsPerPage = 12;
    private const int EventsPerPage = 20;
    private const int DocumentsPerPage = 25;
    private const int MonthsAhead = 12;

    private static readonly string[] EntryOrder = ["service", "facility", "association", "business", "person"];

    private readonly Dictionary<string, int> _newsCounts = Counts(site.Cards.News.Select(n => n.Shown.Item));
    private readonly Dictionary<string, int> _upcomingCounts = Counts(site.Cards.Upcoming.Select(e => e.Shown.Item));

    public void Plan()
    {
        News(Addresses.News, GeneratorTexts.Get("News"), null);
        foreach (var topic in site.Cards.NewsTopics)
            News(Addresses.Topic(Addresses.News, topic), GeneratorTexts.Format("NewsTopic", site.Territory.TopicLabel(topic)), topic);
        Agenda();
        Directory();
        Documents(Addresses.Documents, GeneratorTexts.Get("Documents"), null);
        foreach (var type in site.Cards.Documents.Select(d => d.Card.Type).Distinct().Order(StringComparer.Ordinal))
            Documents($"{Addresses.Documents}type/{type}/", GeneratorTexts.Format("DocumentsType", TypeLabel(type)), type);
    }

    private void News(string list, string title, string? topic)
    {
        var cards = site.Cards.News.Where(n => topic is null || n.Shown.Item.Topics.Contains(topic)).Select(n => n.Card).ToImmutableArray();
        var filters = Filters(Addresses.News, GeneratorTexts.Get("AllTopics"), site.Cards.NewsTopics, topic, site.Cards.News.Length, _newsCounts);
        var description = GeneratorTexts.Format("NewsDescription", site.OfName);
        foreach (var (items, pager) in Paging.Pages(cards, NewsPerPage, list))
        {
            builder.Add(
                Addresses.ListPage(list, pager.Current),
                new NewsListMain { Title = title, Breadcrumb = Crumb(topic is null && pager.Current == 1, "News", Addresses.News), News = items, Topics = filters, Pager = pager },
                description);
        }
    }

    // How many items each topic has.
    private static Dictionary<string, int> Counts(IEnumerable<ContentItem> items) =>
        items.SelectMany(i => i.Topics.Distinct(StringComparer.Ordinal)).CountBy(t => t, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    private void Agenda()
    {
        var months = Months();
        Upcoming(Addresses.Agenda, GeneratorTexts.Get("Agenda"), null, months);
        foreach (var topic in site.Cards.EventTopics)
            Upcoming(Addresses.Topic(Addresses.Agenda, topic), GeneratorTexts.Format("AgendaTopic", site.Territory.TopicLabel(topic)), topic, months);
        foreach (var month in months)
            Month(month, months);
    }

    private void Upcoming(string list, string title, string? topic, ImmutableArray<MonthEvents> months)
    {
        var entries = site.Cards.Upcoming.Where(e => topic is null || e.Shown.Item.Topics.Contains(topic)).ToImmutableArray();
        var filters = Filters(Addresses.Agenda, GeneratorTexts.Get("AllTopics"), site.Cards.EventTopics, topic, site.Cards.Upcoming.Length, _upcomingCounts);
        foreach (var (items, pager) in Paging.Pages(entries, EventsPerPage, list))
        {
            builder.Add(
                Addresses.ListPage(list, pager.Current),
                new AgendaMain
                {
                    Title = title,
                    Breadcrumb = Crumb(topic is null && pager.Current == 1, "Agenda", Addresses.Agenda),
                    Months = ByMonth(items),
                    MonthLinks = MonthLinks(months, null),
                    Topics = filters,
                    Pager = pager,
                    CalendarHref = Addresses.Calendar,
                },
                GeneratorTexts.Format("AgendaDescription", site.OfName));
        }
    }

    private void Month(MonthEvents month, ImmutableArray<MonthEvents> months)
    {
        var title = GeneratorTexts.Format("AgendaMonth", FrenchDates.MonthTitle(month.First).ToLowerInvariant());
        builder.Add(
            month.Address,
            new AgendaMain
            {
                Title = title,
                Breadcrumb = Crumb(false, "Agenda", Addresses.Agenda),
                Months = [new(FrenchDates.MonthTitle(month.First), month.Cards)],
                MonthLinks = MonthLinks(months, month),
                Topics = [],
                Pager = new(1, 1, null, null, [new("1", month.Address)]),
                CalendarHref = Addresses.Calendar,
            },
            GeneratorTexts.Format("AgendaDescription", site.OfName));
    }

    private ImmutableArray<MonthEvents> Months()
    {
        var first = new LocalDate(site.Today.Year, site.Today.Month, 1);
        var end = first.PlusMonths(MonthsAhead);
        var from = first.AtStartOfDayInZone(site.Zone).ToInstant();
        var to = end.AtStartOfDayInZone(site.Zone).ToInstant();
        var dated = new List<DatedCard>();
        foreach (var entry in site.Cards.Events)
        {
            foreach (var occurrence in entry.Schedule.Between(from, to))
            {
                var day = LocalDate.Max(occurrence.FirstDay, first);
                dated.Add(new((day.Year * 12) + day.Month - 1, occurrence.Start.ToInstant(), entry.Shown.Item.Id, CardBook.At(entry, occurrence, site.Zone)));
            }
        }
        dated.Sort(DatedCard.Order);
        return [.. dated.GroupBy(c => c.Month).Select(m => new MonthEvents(new(m.Key / 12, (m.Key % 12) + 1, 1), [.. m.Select(c => c.Card)]))];
    }

    private ImmutableArray<AgendaMonth> ByMonth(ImmutableArray<EventEntry> entries)
    {
        var months = new List<(LocalDate Month, List<EventCard> Cards)>();
        foreach (var entry in entries)
        {
            var day = LocalDate.Max(entry.Next!.Value.FirstDay, site.Today);
            var month = new LocalDate(day.Year, day.Month, 1);
            if (months.Count == 0 || months[^1].Month != month)
                months.Add((month, []));
            months[^1].Cards.Add(entry.Card);
        }
        return [.. months.Select(m => new AgendaMonth(FrenchDates.MonthTitle(m.Month), [.. m.Cards]))];
    }

    private static ImmutableArray<FilterLink> MonthLinks(ImmutableArray<MonthEvents> months, MonthEvents? current) =>
        [.. months.Select(m => new FilterLink(FrenchDates.MonthTitle(m.First), m.Address, m == current, m.Cards.Length))];

    private ImmutableArray<FilterLink> Filters(string list, string all, ImmutableSortedSet<string> topics, string? current, int total, Dictionary<string, int> counts)
    {
        if (topics.Count == 0)
            return [];
        var links = topics
            .Select(t => new FilterLink(site.Territory.TopicLabel(t), Addresses.Topic(list, t), t == current, counts.GetValueOrDefault(t)))
            .OrderBy(l => l.Label, FrenchOrder.Comparer);
        return [new(all, list, current is null, total), .. links];
    }

    private void Directory()
    {
        var groups = Groups(site);
        builder.Add(
            Addresses.Directory,
            new DirectoryMain { Title = GeneratorTexts.Get("Directory"), Breadcrumb = PageBuilder.Under(), Groups = groups, GeoJsonHref = Addresses.GeoJson },
            GeneratorTexts.Format("DirectoryDescription", site.Site.Name));
        var center = site.Contact.Geo ?? groups.SelectMany(g => g.Entries).Select(e => e.Geo).FirstOrDefault(g => g is not null);
        builder.Add(
            Addresses.Map,
            new MapMain { Title = GeneratorTexts.Get("Map"), Breadcrumb = PageBuilder.Under(), GeoJsonHref = Addresses.GeoJson, Center = center, Groups = [.. groups.Select(WithPlace).Where(g => !g.Entries.IsEmpty)] },
            GeneratorTexts.Format("DirectoryDescription", site.Site.Name));
    }

    private static DirectoryGroup WithPlace(DirectoryGroup group) => group with { Entries = [.. group.Entries.Where(e => e.Geo is not null)] };

    public static ImmutableArray<DirectoryGroup> Groups(SiteScope site) =>
    [
        .. site.Cards.Directory
            .GroupBy(d => d.Card.Type)
            .OrderBy(g => Array.IndexOf(EntryOrder, g.Key))
            .Select(g => new DirectoryGroup(g.Key, g.First().Card.TypeLabel, [.. g.Select(d => d.Card)])),
    ];

    private void Documents(string list, string title, string? type)
    {
        var all = site.Cards.Documents;
        var cards = all.Where(d => type is null || d.Card.Type == type).Select(d => d.Card).ToImmutableArray();
        var types = all.Select(d => d.Card.Type).Distinct().Order(StringComparer.Ordinal).ToArray();
        ImmutableArray<FilterLink> filters = types.Length == 0 ? [] :
        [
            new(GeneratorTexts.Get("AllTypes"), Addresses.Documents, type is null, all.Length),
            .. types.Select(t => new FilterLink(TypeLabel(t), $"{Addresses.Documents}type/{t}/", t == type, all.Count(d => d.Card.Type == t))),
        ];
        foreach (var (items, pager) in Paging.Pages(cards, DocumentsPerPage, list))
        {
            builder.Add(
                Addresses.ListPage(list, pager.Current),
                new DocumentsMain { Title = title, Breadcrumb = Crumb(type is null && pager.Current == 1, "Documents", Addresses.Documents), Documents = items, Types = filters, Pager = pager },
                GeneratorTexts.Format("DocumentsDescription", site.Site.Name));
        }
    }

    private string TypeLabel(string type) => site.Cards.Documents.First(d => d.Card.Type == type).Card.TypeLabel;

    private static ImmutableArray<Link> Crumb(bool isTop, string text, string list) =>
        isTop ? PageBuilder.Under() : PageBuilder.Under(new Link(GeneratorTexts.Get(text), list));

    /// <summary>An occurrence in its month.</summary>
    /// <param name="Month">Months since the year 0.</param>
    private sealed record DatedCard(int Month, Instant Start, Guid Id, EventCard Card)
    {
        public static int Order(DatedCard a, DatedCard b)
        {
            var order = a.Month.CompareTo(b.Month);
            order = order != 0 ? order : a.Start.CompareTo(b.Start);
            return order != 0 ? order : a.Id.CompareTo(b.Id);
        }
    }

    /// <summary>A month with its occurrences.</summary>
    private sealed record MonthEvents(LocalDate First, ImmutableArray<EventCard> Cards)
    {
        public string Address => Addresses.Month(First.Year, First.Month);
    }
}
