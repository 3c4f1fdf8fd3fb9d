namespace SiteFactory.Generator.Cli.Tests.Commands;

/// <summary>A territory of two sites on the disk, and a place to build it to.</summary>
public sealed class SmallTerritory : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("sitefactory-cli-").FullName;

    public SmallTerritory()
    {
        Write("territory.yaml", """
            name: Pays d’Essai
            timeZone: Europe/Paris
            brand: { primary: "#003d7c", accent: "#c4005f" }
            topics: []
            zones: []
            portals: []
            """);
        Site("vany", "Vany", "57694", "www.vany.fr");
        Site("jury", "Jury", "57352", "www.jury.fr");
    }

    public string Content => Path.Combine(_root, "communes");

    public string Output => Path.Combine(_root, "public");

    public string[] Folders => ["--content", Content, "--output", Output];

    public void Write(string path, string text)
    {
        var file = Path.Combine(Content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Site(string key, string name, string insee, string domain)
    {
        Write($"{key}/site.yaml", $$"""
            kind: commune
            name: {{name}}
            insee: "{{insee}}"
            population: 400
            postalCodes: ["57070"]
            domain: {{domain}}
            contact: { address: 1 rue de la Mairie, postalCode: "57070", city: {{name}}, phone: "+33 3 53 01 00 00", email: mairie@example.org }
            publicationDirector: Le maire
            eServices: { model: own }
            """);
        Write($"{key}/pages/vie-municipale/index.md", "---\ntitle: Vie municipale\n---\nLe conseil se réunit.\n");
    }
}
