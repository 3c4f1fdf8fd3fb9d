using SiteFactory.Content.FolderFormat;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>A métropole and two communes with a little of everything.</summary>
public static class SampleTerritory
{
    /// <summary>Ids that tests name.</summary>
    public static readonly Guid VanyPage = new("11111111-1111-8111-8111-111111111111");

    public static readonly Guid ChieullesPage = new("22222222-2222-8222-8222-222222222222");

    public static readonly Guid MetropoleNews = new("33333333-3333-8333-8333-333333333333");

    public const string Text = """
        -- territory.yaml --
        name: Territoire d’essai
        timeZone: Europe/Paris
        brand: { primary: "#003d7c", accent: "#b0005e", locked: [primary] }
        topics:
          - { key: dechets, label: Déchets }
          - { key: culture, label: Culture }
        zones:
          - { key: nord, label: Nord, sites: [vany] }
        -- metropole/site.yaml --
        kind: metropole
        name: Métropole d’essai
        domain: www.metropole.example
        publicationDirector: La présidente
        contact: { address: 1 place de la Paix, postalCode: "57000", city: Metz, phone: "+33 3 53 01 00 00", email: contact@metropole.example }
        -- metropole/pages/index.md --
        ---
        title: Bienvenue
        ---
        La métropole.
        -- metropole/news/2026-11-02-tri.md --
        ---
        title: Le tri change
        id: 33333333-3333-8333-8333-333333333333
        date: 2026-11-02
        topics: [dechets]
        ---
        Tous les emballages se trient.
        -- vany/site.yaml --
        kind: commune
        name: Vany
        insee: "57694"
        domain: www.vany.example
        publicationDirector: Le maire
        contact: { address: 1 rue de la Mairie, postalCode: "57070", city: Vany, phone: "+33 3 53 01 00 01", email: mairie@vany.example, hours: ["Mo-Fr 09:00-12:00"] }
        syndication:
          - { from: metropole, topics: [dechets], mode: auto }
          - { from: metropole, mode: review }
        -- vany/pages/index.md --
        ---
        title: Bienvenue à Vany
        ---
        Notre village.
        -- vany/pages/vie-municipale/conseil.md --
        ---
        title: Le conseil municipal
        id: 11111111-1111-8111-8111-111111111111
        ---
        Il se réunit chaque mois.
        -- vany/news/2026-11-10-rentree.md --
        ---
        title: La rentrée
        date: 2026-11-10
        ---
        C’est la rentrée.
        -- vany/events/fete.md --
        ---
        title: La fête du village
        start: 2026-12-05T14:00
        end: 2026-12-05T18:00
        place: mairie
        ---
        Venez nombreux.
        -- vany/directory/mairie.md --
        ---
        title: Mairie de Vany
        entry: facility
        hours: ["Mo-Fr 09:00-12:00"]
        ---
        -- vany/alerts/eau.md --
        ---
        title: Coupure d’eau
        severity: warning
        ---
        Jusqu’à midi.
        -- chieulles/site.yaml --
        kind: commune
        name: Chieulles
        insee: "57142"
        domain: www.chieulles.example
        publicationDirector: La maire
        contact: { address: 2 rue du Moulin, postalCode: "57070", city: Chieulles, phone: "+33 3 53 01 00 02", email: mairie@chieulles.example }
        -- chieulles/pages/index.md --
        ---
        title: Bienvenue à Chieulles
        ---
        Notre commune.
        -- chieulles/pages/histoire.md --
        ---
        title: Histoire secrète
        id: 22222222-2222-8222-8222-222222222222
        ---
        Un texte que Vany ne doit pas voir.
        """;

    /// <summary>What Vany says of everyday services, to stand behind <see cref="Text"/>.</summary>
    public const string Everyday = """

        -- vany/pages/quotidien.md --
        ---
        title: Au quotidien
        ---
        ::: waste
        :::

        ::: menus
        :::

        ::: works
        :::

        ::: jobs
        :::

        ::: rooms
        :::
        -- vany/directory/salle.md --
        ---
        title: Salle communale
        entry: facility
        ---
        -- vany/collections.yaml --
        sectors:
          - key: village
            name: Le village
            streets: [Rue Principale]
            rounds:
              - { waste: household, days: [Tu] }
        -- vany/menus.yaml --
        note: Un repas sans viande est toujours proposé.
        days:
          - date: 2026-11-24
            dishes:
              - { name: Potage, course: starter, organic: true, allergens: [milk] }
              - { name: Gratin, course: main }
        -- vany/works.yaml --
        - title: Rue barrée
          kind: closed
          from: 2026-11-20
          until: 2026-12-04
          geo: [49.15, 6.22]
        - title: Fibre
          from: 2026-12-01
        -- vany/jobs.yaml --
        - title: Jardinier
          contract: seasonal
          postedAt: 2026-11-02
          deadline: 2026-12-31
        -- vany/rooms.yaml --
        rooms:
          - entry: salle
            seated: 80
            prices:
              - { label: Habitants, price: 210 € }
        """;

    /// <summary>Writes it into a folder.</summary>
    public static void WriteTo(string folder, string text = Text)
    {
        var files = MemoryContentFiles.Parse(text);
        foreach (var path in files.Paths)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, files.Text(path));
        }
    }
}
