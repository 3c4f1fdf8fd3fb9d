using System.Globalization;

namespace SiteFactory.Browser.Tests;

/// <summary>Two communes that no designer had in mind: one where every text is as long as can be, one that has nothing.</summary>
internal static class ExtremeTerritory
{
    public const string Long = "longue";

    public const string Empty = "vide";

    /// <summary>Sixty letters without a place to break.</summary>
    private const string Word = "anticonstitutionnellementhexakosioihexekontahexaphobiquement";

    private static readonly string Title = $"Enquête publique préalable à la déclaration d’utilité publique du réaménagement de la place de la République et de ses abords : {Word}, phase deux"[..200];

    private static readonly string AllTopics = string.Join(", ", Enumerable.Range(0, 40).Select(i => Text($"t{i}")));

    private static readonly string Body = $"""
        ## {Title}

        {Word}{Word} et `{Word}{Word}`, voir [{Word}](https://www.example.org/).

        | {Word} | Colonne | {Word} |
        |---|---|---|
        | {Word} | {Title} | 3 |

        - {Word}
          - {Word}

        ::: accordion
        ### {Title}

        {Word}
        :::

        ::: news {"{limit=3}"}
        :::

        ::: events {"{limit=3}"}
        :::

        ::: key-figures
        - **123 456 789** {Word}
        :::

        ::: contact
        :::

        ::: hours
        :::

        """;

    public static void Write(string folder)
    {
        foreach (var (path, text) in Territory().Concat(Items()))
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }

    private static IEnumerable<(string Path, string Text)> Territory()
    {
        yield return ("territory.yaml", $$"""
            name: Territoire
            timeZone: Europe/Paris
            brand: { primary: "#003d7c", accent: "#c4005f" }
            topics:
            {{string.Join('\n', Enumerable.Range(0, 40).Select(i => $"  - {{ key: t{Text(i)}, label: \"{(i % 5 == 0 ? Word : "Petite enfance et jeunesse")} {Text(i)}\" }}"))}}
            portals:
              - { key: liens, kind: links, url: "https://services.example.org" }
            """);
        yield return ($"{Empty}/site.yaml", "kind: commune\nname: Vide\ninsee: \"57694\"\ndomain: www.vide.example\n");
        yield return ($"{Long}/site.yaml", $$"""
            kind: commune
            name: Saint-Rémy-en-Bouzemont-{{Word}}
            insee: "57534"
            domain: www.longue.example
            contact: { address: "{{Title}}", postalCode: "57000", city: {{Word}}, phone: "+33 3 53 01 00 00", email: {{Word}}@example.org, hours: ["Mo-Fr 08:00-10:00,10:30-12:00,14:00-16:00,16:30-18:00"] }
            eServices:
              services:
                - { key: longue, kind: link, url: "https://www.{{Word}}.example.org/", title: "{{Title}}", summary: "{{Title}}", category: "{{Word}}", cost: "{{Word}}", documents: ["{{Title}}"], owner: {{Word}} }
            """);
    }

    private static IEnumerable<(string Path, string Text)> Items()
    {
        for (var i = 1; i <= 12; i++)
        {
            var day = i.ToString("00", CultureInfo.InvariantCulture);
            yield return ($"{Long}/alerts/a{day}.md", Item($"severity: {(i % 2 == 0 ? "danger" : "info")}", Word));
            yield return ($"{Long}/news/2026-11-{day}-n{day}.md", Item($"date: 2026-11-{day}\nsummary: \"{Title}\"\ntopics: [{AllTopics}]", Body));
            yield return ($"{Long}/events/e{day}.md", Item($"start: 2026-12-{day}T18:00\nend: 2027-01-{day}T20:00\nlocation: {{ name: {Word}, address: \"{Title}\" }}\nprice: {Word}\norganizer: {Word}\nregistration: {Word}\ntopics: [{AllTopics}]", Word));
            yield return ($"{Long}/directory/d{day}.md", Item($"entry: service\ncategory: {Word}\naddress: \"{Title}\"\ncity: {Word}\nemails: [{Word}@example.org]\nurls: [\"https://www.{Word}.example.org/\"]\ngeo: [49.{day}, 6.1]\nhours: [\"Mo-Fr 08:00-10:00,10:30-12:00,14:00-16:00,16:30-18:00\"]", Word));
            yield return ($"{Long}/documents/2026-10-{day}-o{day}.md", Item($"type: minutes\nreference: {Word}\nsession: 2026-10-01\nauthor: {{ firstName: {Word}, lastName: {Word}, capacity: {Word} }}", Word));
            yield return ($"{Long}/pages/p{day}/index.md", Item($"summary: \"{Title}\"\ntopics: [{AllTopics}]", Body));
            yield return ($"{Long}/pages/p01/q{day}.md", Item("order: 1", Body));
        }
    }

    private static string Item(string keys, string body) => $"---\ntitle: \"{Title}\"\n{keys}\n---\n{body}\n";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
