using System.Globalization;
using NodaTime;
using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>What webmasters do to a territory, one thing after the other, the same for the same seed.</summary>
internal sealed class RandomEdits
{
    private static readonly string[] Sites = ["metropole", "vany", "jury", "peltre"];
    private static readonly string[] Audiences = ["", "audience: all\n", "audience: none\n", "audience: { zones: [nord] }\n", "audience: { sites: [jury, metropole] }\n"];
    private static readonly string[] Links = ["/", "/actualites/", "/vie-municipale/mairie/", "/dechets/", "/dechets/compost/", "/tribune/", "/contact/", "/agenda/", "/annuaire/", "/nulle-part/", "/#contenu"];
    private static readonly string[] Directives = ["news {limit=3}", "events {topic=culture}", "directory {type=facility}", "documents {limit=2}", "contact", "hours"];
    private static readonly string[] Domains = ["www", "nouveau", "mairie"];

    private readonly Random _random;
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly TestTerritory _territory;
    private readonly List<Func<string>> _operations;
    private int _count;

    public RandomEdits(TestTerritory territory, int seed)
    {
        _random = new(seed);
        _territory = territory;
        var files = MemoryContentFiles.Parse(Sample.Text);
        foreach (var path in files.Paths)
            _files[path] = files.Text(path);
        _operations =
        [
            Body, Body, Directive, Directive, Title, Summary, Add, Add, Add, Delete, Restore, Status, Topic, Move, Dates, Picture, NewPicture, Library, Hall, Phone, Hours, Rules,
            SiteName, Domain, Accent, Overlay, TopicLabel, Brand, Zone, Order, Insee, WholeSite, Pinned, Place, Redirect,
        ];
        Now = Sample.At;
    }

    /// <summary>What was done last, for the message of a test that fails.</summary>
    public List<string> Done { get; } = [];

    /// <summary>Time goes on between edits, now and then.</summary>
    public Instant Now { get; private set; }

    /// <summary>Does a few things.</summary>
    /// <returns>The paths that a watcher would name.</returns>
    public HashSet<string> Next()
    {
        var before = _files.ToDictionary(f => f.Key, f => f.Value);
        for (var edits = _random.Next(1, 4); edits > 0; edits--)
            Done.Add(_operations[_random.Next(_operations.Count)]());
        if (_random.Next(4) == 0)
        {
            Now += Duration.FromHours(_random.Next(1, 40));
            Done.Add(string.Create(CultureInfo.InvariantCulture, $"now {Now}"));
        }
        return Save(before);
    }

    private HashSet<string> Save(Dictionary<string, string> before)
    {
        var changed = new HashSet<string>();
        foreach (var (path, text) in _files)
        {
            if (before.TryGetValue(path, out var old) && old == text)
                continue;
            _territory.Set(path, text);
            changed.Add(path);
        }
        foreach (var path in before.Keys.Where(p => !_files.ContainsKey(p)))
        {
            _territory.Remove(path);
            changed.Add(path);
        }
        return changed;
    }

    private string Site() => Sites[_random.Next(Sites.Length)];

    private string Item() => Pick(_files.Keys.Where(f => f.EndsWith(".md", StringComparison.Ordinal)));

    private string Pick(IEnumerable<string> from) => from.ToArray() is { Length: > 0 } all ? all[_random.Next(all.Length)] : "";

    private T One<T>(T[] from) => from[_random.Next(from.Length)];

    private string Change(string path, Func<string, string> change, string what)
    {
        if (_files.TryGetValue(path, out var text))
            _files[path] = change(text);
        return $"{what} {path}";
    }

    private string Number() => (++_count).ToString(CultureInfo.InvariantCulture);

    private string Body() => Change(Item(), t => t + $"\nParagraphe {Number()}, [lien]({One(Links)}).\n", "body");

    private string Directive() => Change(Item(), t => t + $"\n::: {One(Directives)}\n:::\n", "directive");

    private string Title() => Line(Item(), "title", $"Titre {Number()}");

    private string Summary() => Line(Item(), "summary", $"Résumé {Number()}.");

    private string Status() => Line(Item(), "status", One(["draft", "published", "review", "published"]));

    private string Topic() => Line(Item(), "topics", One(["[dechets]", "[culture, sport]", "[sport]", "[]"]));

    private string Dates() => Line(Item(), One(["publishAt", "unpublishAt"]), One(["2026-10-11T12:00", "2026-10-12T06:00", "2026-10-20T06:00", "2026-09-01T06:00"]));

    private string Order() => Line(Pick(_files.Keys.Where(f => f.Contains("/pages/", StringComparison.Ordinal))), "order", Number());

    private string Redirect() => Line(Item(), "redirectFrom", $"[/ancien-{_random.Next(3)}.html]");

    private string Place() => Line(Pick(_files.Keys.Where(f => f.Contains("/directory/", StringComparison.Ordinal))), "geo", $"[49.1{_random.Next(9)}, 6.2]");

    private string Picture() => Change(One(["vany/media/blason.svg", "metropole/media/camion.svg", "metropole/media/logo.svg"]), t => t.Replace("<path", $"<path class=\"c{Number()}\"", StringComparison.Ordinal), "picture");

    private string NewPicture()
    {
        const string Path = "vany/media/lavoir.svg";
        if (_files.Remove(Path))
            return "remove " + Path;
        _files[Path] = $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{_random.Next(20, 90)}\" height=\"50\"/>";
        return "add " + Path;
    }

    private string Library()
    {
        var path = One(["vany/media/media.yaml", "metropole/media/media.yaml"]);
        return Change(path, t => System.Text.RegularExpressions.Regex.Replace(t, One(["alt: [^,}]*", "credit: [^,}]*"]), m => $"{m.Value.Split(' ')[0]} Texte {Number()}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)), "library");
    }

    private string Hall() => Line("vany/directory/salle.md", One(["title", "address"]), $"Salle {Number()}");

    private string Phone() => SiteLine("contact", $"{{ address: {Number()} rue Neuve, city: Ici, phone: \"+33 3 53 01 00 0{_random.Next(9)}\" }}");

    private string Hours() => SiteLine("contact", $"{{ city: Là, hours: [\"Mo-Fr 0{_random.Next(7, 10)}:00-12:00\"], email: a@example.org }}");

    private string SiteName() => SiteLine("name", $"Commune {Number()}");

    private string Domain()
    {
        var site = Site();
        return Line($"{site}/site.yaml", "domain", $"{One(Domains)}.{site}.example");
    }

    private string Accent() => SiteLine("brand", $"{{ accent: \"{One(["#8a1538", "#00707a", "#5a2d81", "#ffff00"])}\" }}");

    private string Insee() => SiteLine("insee", One(["\"57001\"", "\"75101\"", "\"67482\""]));

    private string Rules() => SiteLine("syndication", One(
    [
        "[{ from: metropole, mode: auto }]",
        "[{ from: metropole, mode: never }]",
        "[{ from: vany, mode: auto }, { from: jury, mode: auto }]",
        "[{ from: jury, kinds: [news], mode: never }, { from: jury, mode: auto }, { from: metropole, topics: [culture], mode: auto }]",
    ]));

    private string SiteLine(string key, string value) => Line($"{Site()}/site.yaml", key, value);

    private string TopicLabel() => Change("territory.yaml", t => t.Replace("label: Culture", $"label: Culture {Number()}", StringComparison.Ordinal), "topic label");

    private string Brand() => Change("territory.yaml", t => t.Replace("#003d7c", "#00407f", StringComparison.Ordinal).Replace("#c4005f", One(["#c4005f", "#b00055"]), StringComparison.Ordinal), "brand");

    private string Zone() => Change("territory.yaml", t => t.Contains("sites: [vany]", StringComparison.Ordinal) ? t.Replace("sites: [vany]", "sites: [vany, jury]", StringComparison.Ordinal) : t.Replace("sites: [vany, jury]", "sites: [vany]", StringComparison.Ordinal), "zone");

    private string Overlay()
    {
        var site = Site();
        _files[$"{site}/overlays.yaml"] = $"- {{ item: {One(["11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"])}, decision: {One(["accepted", "refused"])}, title: Titre d’ici {Number()}, note: Note {Number()} }}\n";
        return $"overlay {site}";
    }

    private string Pinned()
    {
        var site = Site();
        _files.Remove($"{site}/overlays.yaml");
        return $"no overlay {site}";
    }

    private string Delete()
    {
        var path = Item();
        _files.Remove(path);
        return "delete " + path;
    }

    private string Restore()
    {
        var original = MemoryContentFiles.Parse(Sample.Text);
        var path = Pick(original.Paths);
        _files[path] = original.Text(path);
        return "restore " + path;
    }

    private string Move()
    {
        var path = Pick(_files.Keys.Where(f => f.EndsWith(".md", StringComparison.Ordinal) && !f.EndsWith("index.md", StringComparison.Ordinal)));
        if (path.Length == 0)
            return "";
        var target = path[..^3] + "-bis.md";
        _files[target] = _files[path];
        _files.Remove(path);
        return $"move {path}";
    }

    private string WholeSite()
    {
        if (_files.Keys.Any(f => f.StartsWith("peltre/", StringComparison.Ordinal)))
        {
            foreach (var path in _files.Keys.Where(f => f.StartsWith("peltre/", StringComparison.Ordinal)).ToList())
                _files.Remove(path);
            return "remove peltre";
        }
        var original = MemoryContentFiles.Parse(Sample.Text);
        foreach (var path in original.Paths.Where(f => f.StartsWith("peltre/", StringComparison.Ordinal)))
            _files[path] = original.Text(path);
        return "add peltre";
    }

    private string Add()
    {
        var site = Site();
        var n = Number();
        var common = $"title: Nouveau {n}\n{One(Audiences)}topics: {One(["[culture]", "[dechets, sport]", "[]"])}\n";
        var body = $"---\nTexte {n}, [lien]({One(Links)}).\n";
        var (path, keys) = _random.Next(6) switch
        {
            0 => ($"news/2026-10-{_random.Next(10, 28)}-n{n}.md", $"date: 2026-10-{_random.Next(10, 28)}\n"),
            1 => ($"events/e{n}.md", $"start: 2026-10-{_random.Next(10, 28)}T18:00\n{One(["", "rrule: FREQ=DAILY;COUNT=30\n", "eventStatus: cancelled\n", "place: salle\n", "place: vany/salle\n"])}"),
            2 => ($"pages/p{n}.md", $"order: {_random.Next(9)}\n"),
            3 => ($"directory/d{n}.md", "entry: association\ngeo: [49.1, 6.1]\n"),
            4 => ($"alerts/a{n}.md", $"severity: info\nuntil: 2026-10-{_random.Next(11, 15)}T18:00\n"),
            _ => ($"documents/2026-10-01-d{n}.md", "type: order\npostedAt: 2026-10-02T08:00\n"),
        };
        if (path.StartsWith("documents", StringComparison.Ordinal))
            common = $"title: Nouveau {n}\n";
        _files[$"{site}/{path}"] = $"---\n{common}{keys}{body}";
        return $"add {site}/{path}";
    }

    /// <summary>Sets one line of a file's front matter, or of a site's file.</summary>
    private string Line(string path, string key, string value) => Change(path, text =>
    {
        var lines = text.Split('\n').ToList();
        var front = lines[0] == "---";
        var end = front ? lines.IndexOf("---", 1) : lines.Count;
        var at = lines.FindIndex(0, end, l => l.StartsWith(key + ":", StringComparison.Ordinal));
        if (at < 0)
        {
            lines.Insert(front ? 1 : 0, $"{key}: {value}");
            return string.Join('\n', lines);
        }
        lines[at] = $"{key}: {value}";
        while (at + 1 < lines.Count && lines[at + 1].StartsWith("  ", StringComparison.Ordinal))
            lines.RemoveAt(at + 1);
        return string.Join('\n', lines);
    }, $"{key}: {value} in");
}
