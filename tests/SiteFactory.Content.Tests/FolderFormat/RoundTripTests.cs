using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.Tests.FolderFormat;

public class RoundTripTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20261122, 7919).WithMaxTest(400);

    private static readonly string[] Nasty =
    [
        "simple", "L’école d’été", "a: b", "- tiret", "\"guillemets\"", "'simple'", "# dièse", "fin #", "yes", "null", "~", "1e3", "0x1F",
        "2026-01-01", "12:30", "[liste]", "{ clé: valeur }", "& ancre", "*renvoi", "!étiquette", "| bloc", "> plié", "%dir", "@arobase", "`coche`",
        "emoji 🎄👩‍👩‍👧", "ligne 1\nligne 2", "retour\r\nligne", "retour\rseul", "tab\tulation", "espace insécable :", " espaces ", "anti\\slash", "\u0001contrôle",
        "\u0085nel", "\u2028ligne\u2029paragraphe", "---", "--- ", "...", "e\u0301 décomposé", "?", ": ", "true", "=", "<<", "\ufeffBOM", "a\u0000b", "${x}", "{{x}}",
    ];

    private static readonly Gen<string> Word = Gen.OneOf(
        Gen.Elements(Nasty),
        from a in Gen.Elements(Nasty) from b in Gen.Elements(Nasty) select a + b,
        from a in Gen.Elements(Nasty) from b in Gen.Elements(Nasty) select a + " " + b);

    private static readonly Gen<string?> Maybe = Gen.OneOf(Gen.Constant((string?)null), Word.Select(w => (string?)w));

    private static readonly Gen<string> Body = Gen.OneOf(
        Gen.Constant(""),
        from a in Word from b in Word select $"## Titre\n\n{a}\n\n---\n\n{b}\n",
        Word.Select(w => "\n\n" + w),
        Word.Select(w => w + "\n---\n"));

    private static readonly Gen<LocalDateTime> Local =
        from day in Gen.Choose(-30_000, 60_000)
        from second in Gen.Choose(0, 86_399)
        from precision in Gen.Elements(0, 60, 86_400)
        from nanosecond in Gen.Elements(0, 0, 1, 500_000_000)
        let rounded = precision == 0 ? second : second / precision * precision
        select new LocalDate(2000, 1, 1).PlusDays(day).AtMidnight().PlusSeconds(rounded).PlusNanoseconds(precision == 0 ? nanosecond : 0);

    private static readonly Gen<Instant?> Instants = Gen.OneOf(
        Gen.Constant((Instant?)null),
        Local.Select(l => (Instant?)l.InUtc().ToInstant()));

    private static readonly Gen<Audience?> Audiences = Gen.Elements<Audience?>(
        null, Audience.None, Audience.Everyone, new Audience(false, ["nord"], []), new Audience(false, ["nord"], ["vany", "chesny"]));

    private static Gen<ContentItem> WithCommon(Gen<ContentItem> items) =>
        from item in items
        from title in Word
        from summary in Maybe
        from alt in Maybe
        from body in Body
        from publish in Instants
        from updated in Instants
        from status in Gen.Elements(PublicationStatus.Draft, PublicationStatus.Review, PublicationStatus.Published)
        from topics in Gen.Elements<ImmutableArray<string>>([], ["dechets"], ["dechets", "eau"])
        from redirects in Gen.Elements<ImmutableArray<string>>([], ["/ancienne-page/", "/index.php?id=3"])
        select item with
        {
            Title = title,
            Summary = summary,
            ImageAlt = alt,
            Body = body,
            PublishAt = publish,
            UpdatedAt = updated,
            Status = status,
            Topics = topics,
            RedirectFrom = redirects,
        };

    private static readonly Gen<ContentItem> Items = WithCommon(Gen.OneOf(
        from order in Gen.Choose(-5, 5)
        from nav in Gen.Elements(true, false)
        from key in Gen.Elements("", "a", "a/b", "index", "a/index", "2026-01-01-x")
        from audience in Audiences
        from mount in Gen.Elements<string?>(null, "/dechets/")
        select (ContentItem)new Page { Id = Ids.Next(key), SiteKey = "vany", Key = key, Title = "", Order = order, Nav = nav, Audience = audience, Mount = mount },
        from date in Local
        from audience in Audiences
        from key in Gen.Elements("rentree", "2026-01-01-x", "index")
        from overlay in Gen.Elements<bool?>(null, true, false)
        select (ContentItem)new NewsItem { Id = Ids.Next(key), SiteKey = "vany", Key = key, Title = "", Date = date, Audience = audience, Overlay = overlay },
        from start in Local
        from hours in Gen.Choose(0, 50)
        from end in Gen.Elements(true, false)
        from allDay in Gen.Elements(true, false)
        from dates in Gen.ListOf(Local)
        from organizer in Maybe
        from price in Maybe
        from place in Maybe
        from status in Gen.Elements(EventStatus.Scheduled, EventStatus.Full, EventStatus.Postponed, EventStatus.Cancelled)
        select (ContentItem)new EventItem
        {
            Id = Ids.Next("fete"),
            SiteKey = "vany",
            Key = "fete",
            Title = "",
            Start = start,
            End = end ? start.PlusHours(hours) : null,
            AllDay = allDay,
            Dates = [.. dates],
            ExceptDates = [.. dates.Take(1)],
            Organizer = organizer,
            Price = price,
            EventStatus = status,
            Location = place is null ? null : new(place, price, new(49.1234567, -6.5)),
            RecurrenceRule = end ? "FREQ=WEEKLY;BYDAY=WE" : null,
        },
        from category in Maybe
        from note in Maybe
        from address in Maybe
        from type in Gen.Elements(DirectoryEntryType.Facility, DirectoryEntryType.Person)
        from accessible in Gen.Elements<bool?>(null, true, false)
        select (ContentItem)new DirectoryEntry
        {
            Id = Ids.Next("mairie"),
            SiteKey = "vany",
            Key = "mairie",
            Title = "",
            Entry = type,
            Category = category,
            Role = note,
            Address = address,
            City = note,
            PostalCode = "01000",
            Geo = new(1e-7, 179.99999),
            Phones = ["03 87 00 00 00"],
            Emails = ["a@b.fr"],
            Urls = ["https://example.org/?a=b&c=d#e"],
            Hours = ["Mo-Fr 09:00-12:00", "PH off"],
            Closures = [new(new(2026, 8, 1), new(2026, 8, 15), note)],
            Accessible = accessible,
        },
        from type in Gen.Elements(DocumentType.Deliberation, DocumentType.DeliberationsList, DocumentType.Order)
        from name in Maybe
        from key in Gen.Elements("budget", "2026-01-01-x")
        from dated in Gen.Elements(true, false)
        from posted in Local
        select (ContentItem)new OfficialDocument
        {
            Id = Ids.Next(key),
            SiteKey = "vany",
            Key = key,
            Title = "",
            Type = type,
            Reference = name,
            Author = name is null ? null : new(name, null, name),
            Session = dated ? new(2026, 4, 7) : null,
            PostedAt = dated ? posted : null,
        },
        from severity in Gen.Elements(AlertSeverity.Info, AlertSeverity.Warning, AlertSeverity.Danger)
        from begin in Instants
        from audience in Audiences
        select (ContentItem)new Alert { Id = Ids.Next("eau"), SiteKey = "vany", Key = "eau", Title = "", Severity = severity, From = begin, Until = begin, Link = "/contact/", Audience = audience }));

    [Fact]
    public void Any_item_comes_back_as_it_was() => Check.One(Fixed, Prop.ForAll(Items.ToArbitrary(), item =>
    {
        var snapshot = Territories.With(item);
        Assert.Equal(SnapshotText.Of(Canonical(snapshot)), SnapshotText.Of(WriteAndRead(snapshot)));
    }));

    [Fact]
    public void Site_settings_come_back_as_they_were() => Check.One(Fixed, Prop.ForAll(Territories.Any(Maybe, Word).ToArbitrary(), snapshot =>
        Assert.Equal(SnapshotText.Of(Canonical(snapshot)), SnapshotText.Of(WriteAndRead(snapshot)))));

    [Fact]
    public void The_territory_of_this_repository_comes_back_as_it_was()
    {
        var files = FolderOnDisk.Load(Repository.Path("communes"));
        var first = FolderReader.Read(files);
        var copy = new MemoryContentFiles(new MemoryMedia(files));
        FolderWriter.Write(first.Snapshot!, copy);
        var second = FolderReader.Read(copy);
        Assert.Equal(SnapshotText.Of(first.Snapshot!), SnapshotText.Of(second.Snapshot!));

        var again = new MemoryContentFiles(new MemoryMedia(copy));
        FolderWriter.Write(second.Snapshot!, again);
        Assert.Equal(copy.Paths.Select(p => (p, copy.Text(p))), again.Paths.Select(p => (p, again.Text(p))));
    }

    private static TerritorySnapshot WriteAndRead(TerritorySnapshot snapshot)
    {
        var files = new MemoryContentFiles();
        FolderWriter.Write(snapshot, files);
        return FolderReader.Read(files).Snapshot ?? throw new InvalidOperationException("The export cannot be read: " + string.Join('\n', FolderReader.Read(files).Faults));
    }

    /// <summary>What the format promises to lose: kinds of line ends, and texts of nothing but space.</summary>
    private static TerritorySnapshot Canonical(TerritorySnapshot snapshot) => snapshot with
    {
        Sites = snapshot.Sites.ToImmutableSortedDictionary(s => s.Key, s => s.Value with
        {
            Pages = [.. s.Value.Pages.Select(Canonical)],
            News = [.. s.Value.News.Select(Canonical)],
            Events = [.. s.Value.Events.Select(Canonical)],
            Directory = [.. s.Value.Directory.Select(Canonical)],
            Documents = [.. s.Value.Documents.Select(Canonical)],
            Alerts = [.. s.Value.Alerts.Select(Canonical)],
        }),
    };

    private static T Canonical<T>(T item)
        where T : ContentItem => item with { Body = item.Body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') };
}
