using System.Text.RegularExpressions;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Generator.Release;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Tests.Pictures;

/// <summary>Pictures through a whole build: what lies on the site in the end.</summary>
public sealed class PublishedPicturesTests(TestPictures pictures) : IClassFixture<TestPictures>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_published_file_tells_where_or_by_whom_a_photograph_was_taken(bool encode)
    {
        var territory = new Territory(pictures);
        territory.Photo("vany");
        territory.Write("vany/pages/photo.md", "---\ntitle: Photo\nimage: media/photo.jpg\n---\n![La place](media/photo.jpg)\n\n[La photo](media/photo.jpg)\n");
        Assert.DoesNotContain(territory.Build(encode).Faults, f => f.Severity == FaultSeverity.Error);
        var published = Directory.EnumerateFiles(territory.Site("www.vany.fr"), "*", SearchOption.AllDirectories).Where(f => f.Contains("medias", StringComparison.Ordinal)).ToList();
        Assert.Contains(published, f => f.EndsWith(".jpg", StringComparison.Ordinal));
        Assert.Equal(encode, published.Exists(f => f.EndsWith(".avif", StringComparison.Ordinal)));
        Assert.All(published, f => Assert.DoesNotContain("Prenom Nom", File.ReadAllText(f, System.Text.Encoding.Latin1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_is_shared_with_a_picture_of_the_right_proportions()
    {
        var territory = new Territory(pictures);
        territory.Photo("vany");
        territory.Write("vany/news/2026-11-02-fete.md", "---\ntitle: Fête\ndate: 2026-11-02\nimage: media/photo.jpg\n---\nTexte.\n");
        territory.Build();
        var page = File.ReadAllText(Path.Combine(territory.Site("www.vany.fr"), "actualites", "fete", "index.html"));
        var address = Regex.Match(page, "og:image\" content=\"https://www.vany.fr(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, Limit).Groups["path"].Value;
        var facts = await TestPictures.FactsAsync(territory.Site("www.vany.fr") + address);
        Assert.Equal((1200, 630, "jpeg"), (facts.Width, facts.Height, facts.Format));
    }

    [Fact]
    public void Every_address_of_a_picture_has_its_file()
    {
        var territory = new Territory(pictures);
        territory.Photo("vany");
        territory.Write("vany/pages/photo.md", "---\ntitle: Photo\n---\n![La place](media/photo.jpg)\n");
        territory.Build();
        var page = File.ReadAllText(Path.Combine(territory.Site("www.vany.fr"), "photo", "index.html"));
        var addresses = Regex.Matches(page, "/medias/[a-z0-9.-]+", RegexOptions.None, Limit).Select(m => m.Value).Distinct().ToList();
        Assert.True(addresses.Count >= 9);
        Assert.All(addresses, a => Assert.True(File.Exists(territory.Site("www.vany.fr") + a), a));
    }

    [Fact]
    public async Task A_site_may_stand_before_its_slowest_pictures_are_made_and_is_the_same_in_the_end()
    {
        var (at, territory, clean) = (Instant.FromUtc(2026, 11, 22, 8, 0), new Territory(pictures), new Territory(pictures));
        foreach (var one in new[] { territory, clean })
        {
            one.Photo("vany");
            one.Write("vany/pages/photo.md", "---\ntitle: Photo\nimage: media/photo.jpg\n---\n![La place](media/photo.jpg)\n");
        }
        using var generator = territory.Generator(avif: false);
        generator.Build();
        Assert.True(new BuiltSites(territory.Output).ByDomain("www.vany.fr")!.Card.Provisional);
        var first = territory.Files("www.vany.fr");
        Assert.DoesNotContain(first, f => f.Key.EndsWith(".avif", StringComparison.Ordinal) || System.Text.Encoding.Latin1.GetString(f.Value).Contains(".avif", StringComparison.Ordinal));

        await generator.PreparePicturesAsync("vany", at, CancellationToken.None);
        Assert.Contains(Directory.EnumerateFiles(Path.Combine(territory.Output, ".cache", "pictures")), f => f.EndsWith(".avif", StringComparison.Ordinal));
        Assert.True(generator.Update([], at, avif: true).Succeeded);
        clean.Build();
        Assert.False(new BuiltSites(territory.Output).ByDomain("www.vany.fr")!.Card.Provisional);
        Assert.Equal(clean.Files("www.vany.fr"), territory.Files("www.vany.fr"));
    }

    [Fact]
    public void A_broken_picture_keeps_its_owner_back_and_nobody_else()
    {
        var territory = new Territory(pictures);
        territory.Write("jury/media/photo.jpg", File.ReadAllBytes(pictures.Photo)[..20_000]);
        territory.Write("jury/media/media.yaml", "- { file: photo.jpg, alt: Une photo, shared: true }\n");
        territory.Write("jury/pages/photo.md", "---\ntitle: Photo\n---\n![La place](media/photo.jpg)\n");
        territory.Write("vany/pages/photo.md", "---\ntitle: Photo\n---\n![La place](jury/media/photo.jpg)\n");
        var report = territory.Build();
        Assert.Equal([SiteOutcome.Refused, SiteOutcome.Built], report.Sites.Select(s => s.Outcome));
        Assert.Contains(report.Faults, f => f is { Code: "picture-unreadable", Site: "jury", File: "jury/media/photo.jpg", Severity: FaultSeverity.Error });
    }

    [Fact]
    public void A_redirect_alone_reaches_the_servers()
    {
        var territory = new Territory(pictures);
        territory.Write("vany/pages/a.md", "---\ntitle: A\n---\nTexte.\n");
        territory.Build();
        territory.Write("vany/pages/a.md", "---\ntitle: A\nredirectFrom: [/ancienne/]\n---\nTexte.\n");
        var report = territory.Build();
        Assert.Equal(SiteOutcome.Built, report.Sites.Single(s => s.Key == "vany").Outcome);
        var card = new BuiltSites(territory.Output).ByDomain("www.vany.fr")!.Card;
        Assert.Equal("/a/", card.Redirects["/ancienne/"]);
        Assert.Contains("\"/ancienne/\" \"/a/\"", File.ReadAllText(Path.Combine(territory.Output, ".server", "nginx.conf")), StringComparison.Ordinal);
    }

    /// <summary>Two small sites.</summary>
    private sealed class Territory
    {
        private readonly TestPictures _pictures;
        private readonly string _root;

        public Territory(TestPictures pictures)
        {
            _pictures = pictures;
            _root = pictures.NewFolder();
            Write("territory.yaml", "name: Essai\ntimeZone: Europe/Paris\nbrand: { primary: \"#003d7c\", accent: \"#c4005f\" }\ntopics: []\nzones: []\nportals: []\n");
            foreach (var (key, name) in new[] { ("vany", "Vany"), ("jury", "Jury") })
                Write($"{key}/site.yaml", $$"""
                    kind: commune
                    name: {{name}}
                    domain: www.{{key}}.fr
                    contact: { address: 1 rue, postalCode: "57070", city: {{name}}, phone: "+33 3 53 01 00 00", email: mairie@example.org }
                    publicationDirector: Le maire
                    eServices: { model: own }
                    """);
        }

        public string Output => Path.Combine(_root, "public");

        public string Site(string domain) => Path.Combine(Output, domain);

        public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

        public void Write(string path, byte[] bytes)
        {
            var file = Path.Combine(_root, "communes", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        public void Photo(string site)
        {
            Write($"{site}/media/photo.jpg", File.ReadAllBytes(_pictures.Photo));
            Write($"{site}/media/media.yaml", "- { file: photo.jpg, alt: Une photo }\n");
        }

        public SortedDictionary<string, byte[]> Files(string domain)
        {
            var files = Directory.EnumerateFiles(Site(domain), "*", SearchOption.AllDirectories);
            return new(files.ToDictionary(f => Path.GetRelativePath(Site(domain), f), File.ReadAllBytes), StringComparer.Ordinal);
        }

        public BuildReport Build(bool encode = true)
        {
            using var generator = Generator(encode);
            return generator.Build();
        }

        public SiteGenerator Generator(bool encode = true, bool avif = true)
        {
            var options = new BuildOptions
            {
                Content = Path.Combine(_root, "communes"),
                Output = Output,
                At = Instant.FromUtc(2026, 11, 22, 8, 0),
                Pictures = encode,
                Search = false,
                Avif = avif,
            };
            return new(options, new TerritoireTheme());
        }
    }
}
