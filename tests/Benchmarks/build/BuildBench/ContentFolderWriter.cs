using System.Globalization;
using System.Text;

namespace SiteFactory.Benchmarks.Build;

/// <summary>Writes the corpus as a content folder.</summary>
internal static class ContentFolderWriter
{
    public static void Write(Corpus corpus, string folder)
    {
        var topics = string.Concat(Corpus.Topics.Select(t => $"  - {{ key: {t.Key}, label: \"{t.Label}\" }}\n"));
        Save(folder, "territory.yaml", $"name: \"{corpus.Metropole.Name}\"\ntimeZone: Europe/Paris\nbrand: {{ primary: \"#003d7c\", accent: \"#b0005e\" }}\ntopics:\n{topics}");
        Site(corpus.Metropole, folder, $"kind: metropole\nname: \"{corpus.Metropole.Name}\"\ndomain: metropole.example\n");
        foreach (var site in corpus.Communes)
        {
            Site(site, folder, $$"""
                kind: commune
                name: "{{site.Name}}"
                insee: "{{site.Insee}}"
                population: 2400
                postalCodes: ["57000"]
                domain: {{site.Key}}.example
                contact:
                  address: "1, place de la Mairie"
                  postalCode: "57000"
                  city: "{{site.Name}}"
                  phone: "03 87 00 00 00"
                  email: "mairie@{{site.Key}}.example"
                  geo: [49.1, 6.1]
                  hours: ["Mo-Fr 08:30-12:00", "Mo-Th 13:30-17:30"]
                syndication:
                  - { from: metropole, mode: auto }

                """);
        }
    }

    private static void Site(CorpusSite site, string folder, string settings)
    {
        Save(folder, $"{site.Key}/site.yaml", settings);
        foreach (var section in site.Pages.Select(p => p.Folder).Distinct())
            Save(folder, $"{site.Key}/pages/{section}/index.md", $"---\ntitle: \"{section.Replace('-', ' ')}\"\n---\n\nTout sur ce sujet.\n");
        foreach (var item in site.Pages)
            Save(folder, $"{site.Key}/pages/{item.Folder}/{item.Slug}.md", Text(item, ""));
        foreach (var item in site.News)
            Save(folder, $"{site.Key}/news/{item.Slug}.md", Text(item, $"date: {Moment(item, 0)}\ntopics: [{item.Topic}]\n"));
        foreach (var item in site.Events)
            Save(folder, $"{site.Key}/events/{item.Slug}.md", Text(item, $"start: {Moment(item, 0)}\nend: {Moment(item, 2)}\ntopics: [{item.Topic}]\nlocation: {{ name: \"Salle des fêtes\", address: \"2, rue des Lilas\", geo: [49.1, 6.1] }}\n"));
        foreach (var item in site.Directory)
            Save(folder, $"{site.Key}/directory/{item.Slug}.md", Text(item, "entry: facility\naddress: \"3, rue des Lilas\"\ngeo: [49.1, 6.1]\nphones: [\"03 87 00 00 01\"]\nhours: [\"Mo-Fr 09:00-17:00\"]\n"));
    }

    private static string Moment(CorpusItem item, int later) =>
        string.Create(CultureInfo.InvariantCulture, $"{item.Day:yyyy-MM-dd}T{item.Hour + later:00}:00");

    private static string Text(CorpusItem item, string more) =>
        $"---\ntitle: \"{item.Title}\"\nsummary: \"{item.Summary}\"\n{more}---\n\n{item.Body}";

    public static void Save(string folder, string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, new UTF8Encoding(false));
    }
}
