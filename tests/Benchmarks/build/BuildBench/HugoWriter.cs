using System.Globalization;

namespace SiteFactory.Benchmarks.Build;

/// <summary>
/// Writes the corpus as Hugo projects, one a commune, with templates that do the same work: every page with header, navigation,
/// breadcrumb and footer; the home page with latest news and events; lists in pages of 20; an item page for every item of the
/// commune and of the métropole; a feed, a sitemap, a search file, a stylesheet, and a calendar file for each event.
/// </summary>
internal static class HugoWriter
{
    private const string Configuration = """
        {
          "title": "NAME", "baseURL": "https://KEY.example/", "languageCode": "fr", "timeZone": "Europe/Paris", "buildFuture": true, "paginate": 20,
          "disableKinds": ["taxonomy", "term"],
          "mediaTypes": { "text/calendar": { "suffixes": ["ics"] } },
          "outputFormats": {
            "search": { "mediaType": "application/json", "baseName": "search", "isPlainText": true, "notAlternative": true },
            "style": { "mediaType": "text/css", "baseName": "style", "isPlainText": true, "notAlternative": true },
            "calendar": { "mediaType": "text/calendar", "baseName": "event", "isPlainText": true, "notAlternative": true }
          },
          "outputs": { "home": ["html", "rss", "search", "style"], "section": ["html"], "page": ["html"] },
          "markup": { "goldmark": { "extensions": { "typographer": false, "linkify": false } } },
          "module": { "mounts": [ { "source": "content", "target": "content" }, { "source": "../../shared/layouts", "target": "layouts" } ] }
        }
        """;

    private static readonly (string Path, string Text)[] Layouts =
    [
        ("_default/baseof.html", """
            <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{{ .Title }} – {{ .Site.Title }}</title><meta name="description" content="{{ .Params.summary }}">
            <link rel="canonical" href="{{ with .Params.canonical }}{{ . }}{{ else }}{{ .Permalink }}{{ end }}"><link rel="stylesheet" href="/style.css"></head>
            <body><a href="#main">Aller au contenu</a><header><a href="/">{{ .Site.Title }}</a>{{ partial "nav.html" . }}</header>
            {{ partial "breadcrumb.html" . }}<main id="main">{{ block "main" . }}{{ end }}</main>
            <footer><p>{{ .Site.Title }}</p>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</footer></body></html>
            """),
        ("partials/nav.html", """<nav><ul>{{ $here := . }}{{ range .Site.Sections }}<li><a href="{{ .RelPermalink }}"{{ if eq .Section $here.Section }} aria-current="true"{{ end }}>{{ .Title }}</a><ul>{{ range first 12 .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></li>{{ end }}</ul></nav>"""),
        ("partials/breadcrumb.html", """{{ if not .IsHome }}<nav><ol><li><a href="/">Accueil</a></li>{{ with .CurrentSection }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}<li>{{ .Title }}</li></ol></nav>{{ end }}"""),
        ("partials/card.html", """<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "02/01/2006" }}</time> {{ .Params.topic }}</p><p>{{ .Params.summary }}</p></article>"""),
        ("_default/single.html", """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ with .Params.origin }}<p>{{ . }}</p>{{ end }}{{ .Content }}{{ with .OutputFormats.Get "calendar" }}<a href="{{ .RelPermalink }}">Ajouter à mon agenda</a>{{ end }}{{ end }}"""),
        ("_default/list.html", """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ $p := .Paginate .RegularPages.ByDate.Reverse }}{{ range $p.Pages }}{{ partial "card.html" . }}{{ end }}{{ if gt $p.TotalPages 1 }}<nav>{{ range $p.Pagers }}<a href="{{ .URL }}">{{ .PageNumber }}</a>{{ end }}</nav>{{ end }}{{ end }}"""),
        ("index.html", """{{ define "main" }}<h1>{{ .Site.Title }}</h1><section>{{ range first 6 (where .Site.RegularPages.ByDate.Reverse "Section" "actualites") }}{{ partial "card.html" . }}{{ end }}</section><section>{{ range first 6 (where .Site.RegularPages.ByDate.Reverse "Section" "agenda") }}{{ partial "card.html" . }}{{ end }}</section>{{ end }}"""),
        ("index.search.json", """[{{ range $i, $p := .Site.RegularPages }}{{ if $i }},{{ end }}{{ dict "u" $p.RelPermalink "t" $p.Title "s" $p.Params.summary "b" $p.Plain | jsonify }}{{ end }}]"""),
        ("index.style.css", "body{font-family:system-ui;margin:0 auto;max-width:60rem}header,footer{background:#003d7c;color:#fff;padding:1rem}a{color:inherit}"),
        ("agenda/single.calendar.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//bench//FR\nBEGIN:VEVENT\nUID:{{ .File.UniqueID }}\nDTSTART:{{ .Date.UTC.Format \"20060102T150405Z\" }}\nSUMMARY:{{ .Title }}\nDESCRIPTION:{{ .Params.summary }}\nURL:{{ .Permalink }}\nEND:VEVENT\nEND:VCALENDAR\n"),
    ];

    public static void Write(Corpus corpus, string folder)
    {
        foreach (var (path, text) in Layouts)
            ContentFolderWriter.Save(folder, "shared/layouts/" + path, text);
        foreach (var site in corpus.Communes)
            Site(site, corpus.Metropole, Path.Combine(folder, "sites", site.Key));
    }

    private static void Site(CorpusSite site, CorpusSite metropole, string folder)
    {
        ContentFolderWriter.Save(folder, "config.json", Configuration.Replace("NAME", site.Name, StringComparison.Ordinal).Replace("KEY", site.Key, StringComparison.Ordinal));
        foreach (var section in site.Pages.Select(p => p.Folder).Append("actualites").Append("agenda").Append("annuaire").Distinct())
            ContentFolderWriter.Save(folder, $"content/{section}/_index.md", $"---\ntitle: \"{section.Replace('-', ' ')}\"\n---\n");
        foreach (var item in site.Pages)
            Item(folder, item.Folder, item, "");
        foreach (var item in site.Directory)
            Item(folder, "annuaire", item, "");
        foreach (var item in site.News)
            Item(folder, "actualites", item, "");
        foreach (var item in site.Events)
            Item(folder, "agenda", item, Calendar);
        foreach (var item in metropole.News)
            Item(folder, "actualites", item, Shown(metropole, "actualites", item));
        foreach (var item in metropole.Events)
            Item(folder, "agenda", item, Calendar + Shown(metropole, "agenda", item));
    }

    private const string Calendar = "outputs: [html, calendar]\n";

    private static string Shown(CorpusSite owner, string section, CorpusItem item) =>
        $"origin: \"{owner.Name}\"\ncanonical: \"https://metropole.example/{section}/{item.Slug}/\"\n";

    private static void Item(string folder, string section, CorpusItem item, string more) => ContentFolderWriter.Save(
        folder,
        $"content/{section}/{item.Slug}.md",
        string.Create(CultureInfo.InvariantCulture, $"---\ntitle: \"{item.Title}\"\nsummary: \"{item.Summary}\"\ndate: {item.Day:yyyy-MM-dd}T{item.Hour:00}:00:00+01:00\ntopic: {item.Topic}\n{more}---\n\n{item.Body}"));
}
