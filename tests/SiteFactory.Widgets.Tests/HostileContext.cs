using System.Collections.Immutable;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Everyday;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Widgets.Tests;

/// <summary>A site whose every word is an attack; its addresses are the generator's own, made from slugs.</summary>
internal sealed class HostileContext(string word) : IBodyContext
{
    private readonly SampleContext _sample = new();

    public string SiteName => word;

    public ContactModel Contact => new(word, word, word, word, word, word, new(49, 6), Hours);

    private HoursModel Hours => new([new(word, word, true)], [word], word, word);

    public string Link(string path) => path;

    public PictureModel? Picture(string path, string? alt) =>
        new("/medias/x.jpg", 10, 10, alt + word, [new("image/webp", "/medias/x.webp 1w")], null, null, word);

    public FileLink? File(string path) => new("/medias/x.pdf", word, word);

    public ImmutableArray<NewsCard> News(string? topic, int limit) =>
        [.. _sample.News(null, limit).Select(n => n with { Title = word, Summary = word, Note = word, Origin = new(word, "/x/") })];

    public ImmutableArray<EventCard> Events(string? topic, int limit) =>
        [.. _sample.Events(null, limit).Select(e => e with { Title = word, Summary = word, Place = word, When = e.When with { Text = word } })];

    public ImmutableArray<DirectoryCard> Directory(string? type, string? category, int limit) => [Entry("x")!];

    public DirectoryCard? Entry(string key) => SampleContext.Mairie with
    {
        Title = word,
        Summary = word,
        Category = word,
        Role = word,
        Address = word,
        Phones = [word],
        Emails = [word],
        Urls = [new(word, "https://x.example/", true)],
        Hours = Hours,
    };

    public ImmutableArray<DocumentCard> Documents(string? type, int limit) =>
        [.. _sample.Documents(null, limit).Select(d => d with { Title = word, TypeLabel = word, Reference = word, File = new("/x.pdf", word, word) })];

    public SheetModel? Sheet(string id) => SampleSheet.Of(Contact, words => words.StartsWith("http", StringComparison.Ordinal) ? word : words + word);

    public ServiceCard? Service(string? portal, string service) => new(word, "https://x.example/", word, word, true, word) { StartHref = "https://x.example/", FrameOrigin = "https://x.example" };

    public bool HasPortal(string key) => true;

    public ImmutableArray<ServiceCard> Services(ServiceFilter filter) =>
        [new(word, "/demarches/x/", word, word, false, word) { Access = "online", HandlerKind = "commune", Keywords = word }];

    public TrackingModel? Tracking(string? portal) => new("post", "https://x.example/", word, word);

    public WasteModel? Waste(string? sector) => SampleEveryday.Waste(_ => word);

    public MenusModel? Menus() => SampleEveryday.Menus(_ => word);

    public WorksModel? Works() => SampleEveryday.Works(_ => word);

    public JobsModel? Jobs() => SampleEveryday.Jobs(_ => word, Contact);

    public RoomsModel? Rooms(string? entry) => SampleEveryday.Rooms(_ => word, Entry("x")!);
}
