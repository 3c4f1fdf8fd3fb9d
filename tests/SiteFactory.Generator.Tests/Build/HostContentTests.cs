using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>A host that keeps its content elsewhere than in a folder builds what a folder would.</summary>
public sealed class HostContentTests : IDisposable
{
    private readonly TestTerritory _territory = new();
    private readonly MemoryContentFiles _files = MemoryContentFiles.Parse(Sample.Text);

    public void Dispose() => _territory.Dispose();

    [Fact]
    public void Content_from_memory_gives_the_bytes_that_a_folder_gives()
    {
        _files.Set("vany/media/plan.pdf", "%PDF-1.4 plan");
        _territory.Set("vany/media/plan.pdf", "%PDF-1.4 plan");
        const string Linked = "Deux jours de fête. [Le plan](media/plan.pdf)";
        _territory.Edit("vany/events/fete-du-village.md", "Deux jours de fête.", Linked);
        _files.Set("vany/events/fete-du-village.md", _territory.Get("vany/events/fete-du-village.md"));
        _territory.Built();
        using var generator = Generator(out var output);
        Assert.True(generator.Build().Succeeded);
        foreach (var key in new[] { "metropole", "vany", "jury", "peltre" })
        {
            var expected = _territory.Site(key).Files();
            var actual = _territory.Site(key, output).Files();
            Assert.Equal(expected.Keys, actual.Keys);
            Assert.All(expected, f => Assert.True(f.Value.AsSpan().SequenceEqual(actual[f.Key]), $"{key}/{f.Key}"));
        }
        Assert.Contains(_territory.Site("vany").Files().Keys, f => f.StartsWith("medias/plan-", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_sites_that_are_asked_for_are_built_and_the_others_follow_when_they_are()
    {
        using var generator = Generator(out var output);
        generator.Build();
        _files.Set("metropole/news/2026-10-20-neuf.md", "---\ntitle: Tout neuf\ndate: 2026-10-20\n---\nDu neuf.\n");
        var one = generator.Update(["metropole/news/2026-10-20-neuf.md"], Sample.At, ["vany"]);
        Assert.Equal(["vany"], one.Sites.Select(s => s.Key));
        Assert.Contains("Tout neuf", _territory.Site("vany", output).Words("/actualites/"), StringComparison.Ordinal);
        Assert.DoesNotContain("Tout neuf", _territory.Site("peltre", output).Words("/actualites/"), StringComparison.Ordinal);
        var rest = generator.Update([], Sample.At);
        Assert.Equal(SiteOutcome.Unchanged, rest.Sites.Single(s => s.Key == "vany").Outcome);
        Assert.Contains("Tout neuf", _territory.Site("peltre", output).Words("/actualites/"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_build_changes_no_site_and_the_next_one_makes_up_for_it()
    {
        using var generator = Generator(out var output);
        generator.Build();
        var before = _territory.Site("vany", output).Files();
        _files.Set("vany/pages/neuf.md", "---\ntitle: Page neuve\n---\nDu neuf.\n");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => generator.Update(["vany/pages/neuf.md"], Sample.At, cancel: cancelled.Token));
        Assert.Equal(before, _territory.Site("vany", output).Files());
        Assert.True(generator.Update([], Sample.At).Succeeded);
        Assert.True(_territory.Site("vany", output).Files().ContainsKey("neuf/index.html"));
    }

    [Fact]
    public void A_site_hears_of_its_own_faults_and_of_the_territory_s()
    {
        _files.Set("vany/pages/casse.md", "---\ntitle: Cassée\n---\n[Rien](/nulle-part/)\n");
        using var generator = Generator(out _);
        var report = generator.Build();
        Assert.Contains(report.FaultsOf("vany"), f => f.Code == "dead-link");
        Assert.DoesNotContain(report.FaultsOf("peltre"), f => f.Site == "vany");
    }

    private SiteGenerator Generator(out string output)
    {
        output = _territory.Folder("from-memory");
        return new(_territory.Options(output: output) with { Content = "" }, new TerritoireTheme(), _files, new MemoryMedia(_files));
    }

    /// <summary>Media that no disk holds.</summary>
    private sealed class MemoryMedia(MemoryContentFiles files) : IMediaStore
    {
        public Stream OpenRead(MediaItem item)
        {
            var buffer = new ContentBuffer();
            files.Read($"{item.SiteKey}/{item.Path}", buffer);
            return new MemoryStream(buffer.Bytes.ToArray());
        }

        public string? LocalPath(MediaItem item) => null;
    }
}
