using NodaTime;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Generator.Preview;
using SiteFactory.Theming;

namespace SiteFactory.Generator.Cli.Rehearsals;

/// <summary>
/// Plans and renders a territory of four items and throws the result away, while the real content is being read: what the
/// runtime must load and compile before a first page can stand, it does on the processor that has nothing to do yet. Changes
/// no output: without it a build is the same, and one of a single site takes longer.
/// </summary>
internal static class Rehearsal
{
    private const string Files = """
        -- territory.yaml --
        name: "T"
        timeZone: Europe/Paris
        brand: { primary: "#003d7c", accent: "#b0005e" }
        topics:
          - { key: t, label: "T" }
        -- t/site.yaml --
        kind: commune
        name: "T"
        insee: "57017"
        domain: t.example
        contact: { address: "1, rue T", postalCode: "57000", city: "T", phone: "03 00 00 00 00", email: "t@t.example", geo: [49.1, 6.1], hours: ["Mo-Fr 08:30-12:00"] }
        -- t/pages/p.md --
        ---
        title: "P"
        ---

        Un **mot** et un [lien](https://t.example/).

        ## T

        - un
        - deux
        -- t/news/n.md --
        ---
        title: "N"
        summary: "N"
        publishAt: "2026-01-02T08:00:00+01:00"
        topics: ["t"]
        ---

        Un mot.
        -- t/events/e.md --
        ---
        title: "E"
        start: "2030-01-02T08:00:00+01:00"
        end: "2030-01-02T10:00:00+01:00"
        topics: ["t"]
        location: { name: "L", address: "1, rue T", geo: [49.1, 6.1] }
        ---

        Un mot.
        -- t/directory/d.md --
        ---
        title: "D"
        entry: "association"
        category: "C"
        address: "1, rue T"
        geo: [49.1, 6.1]
        phones: ["03 00 00 00 00"]
        hours: ["Mo 09:00-16:30"]
        ---
        """;

    /// <summary>Starts it in the background, on a machine with more than one processor; nobody waits for it, nor hears of its failure.</summary>
    public static void Start(ITheme theme)
    {
        if (Environment.ProcessorCount > 1)
            _ = Task.Run(() => Run(theme));
    }

    /// <summary>Keys of the items that it rendered.</summary>
    internal static IReadOnlyList<string> Run(ITheme theme)
    {
        var read = FolderReader.Read(MemoryContentFiles.Parse(Files));
        if (read.Snapshot is not { } snapshot)
            return [];
        using var previewer = new PagePreviewer(theme);
        var now = Instant.FromUtc(2029, 1, 1, 0, 0);
        return [.. snapshot.Sites["t"].Items.Where(item => previewer.Render(snapshot, item, now) is not null).Select(item => item.Key)];
    }
}
