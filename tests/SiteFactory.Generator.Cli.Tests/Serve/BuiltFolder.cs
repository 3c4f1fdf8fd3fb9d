using System.Collections.Immutable;
using System.IO.Compression;
using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Cli.Tests.Serve;

/// <summary>An output folder as a build leaves it, with two small sites.</summary>
public sealed class BuiltFolder : IDisposable
{
    public BuiltFolder()
    {
        Release("www.vany.fr", "000001-a", "vany", "Vany", metropole: false, new Dictionary<string, string>
        {
            ["index.html"] = Page("Accueil"),
            ["actualites/index.html"] = Page("Actualités"),
            ["404.html"] = Page("Introuvable"),
            ["agenda/agenda.ics"] = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
            ["medias/film-1a2b3c4d5e.mp4"] = "0123456789",
            ["medias/blason-1a2b3c4d5e.svg"] = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            [".well-known/security.txt"] = "Contact: mailto:x@example.org\n",
        });
        Release("www.metzmetropole.fr", "000001-a", "metropole", "Metz <Métropole>", metropole: true, new Dictionary<string, string> { ["index.html"] = Page("Métropole") });
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("sitefactory-built-").FullName;

    /// <summary>A release, and the link to it.</summary>
    public void Release(string domain, string id, string key, string name, bool metropole, IReadOnlyDictionary<string, string> files)
    {
        var folder = Path.Combine(Root, ".releases", domain, id);
        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            if (text.Length > 1024)
                Compress(file, text);
        }
        var redirects = ImmutableSortedDictionary<string, string>.Empty.Add("/ancienne/", "/actualites/").Add("/été.html", "/agenda/à venir/");
        var card = new ReleaseCard(key, name, domain, metropole, 400, "/medias/blason-1a2b3c4d5e.svg", 3, redirects);
        File.WriteAllBytes(folder + ".card.json", card.ToBytes());
        var link = Path.Combine(Root, domain);
        if (File.Exists(link) || Directory.Exists(link))
            File.Delete(link);
        File.CreateSymbolicLink(link, Path.Combine(".releases", domain, id));
    }

    public static string Page(string title) =>
        $"<!doctype html><html lang=\"fr\"><title>{title}</title><body><h1>{title}</h1>{string.Concat(Enumerable.Repeat("<p>Bonjour à tous.</p>", 100))}</body></html>";

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Compress(string file, string text)
    {
        using (var brotli = new BrotliStream(File.Create(file + ".br"), CompressionLevel.Fastest))
            brotli.Write(System.Text.Encoding.UTF8.GetBytes(text));
        using var gzip = new GZipStream(File.Create(file + ".gz"), CompressionLevel.Fastest);
        gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
