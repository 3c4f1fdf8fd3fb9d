using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Load;
using SiteFactory.Generator.Tests.Build;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Tests.Release;

/// <summary>Several processes build into one output folder: here, generators that know nothing of each other.</summary>
public sealed class SideBySideTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TestTerritory _territory = new() { Search = true };

    public void Dispose() => _territory.Dispose();

    [Fact]
    public async Task One_site_is_built_while_another_is_being_built_and_the_same_one_waits()
    {
        Link("vany");
        _territory.Built();
        _territory.Set("vany/media/plan.pdf", "%PDF-1.4 autre plan");
        _territory.Set("peltre/pages/neuf.md", "---\ntitle: Page neuve\n---\nDu neuf.\n");
        using var gate = new Gate(new FileContentFiles(_territory.Content));
        using var slow = new SiteGenerator(_territory.Options() with { CatchUpLater = true }, new TerritoireTheme(), gate.Files, gate);
        var first = Task.Run(() => slow.Update([], Sample.At, ["vany"]));
        await gate.Reached.WaitAsync(Patience);

        using var other = Generator();
        var beside = await Task.Run(() => other.Update([], Sample.At, ["peltre"])).WaitAsync(Patience);
        Assert.Equal(SiteOutcome.Built, Assert.Single(beside.Sites).Outcome);
        Assert.Contains("Du neuf", _territory.Site("peltre").Words("/neuf/"), StringComparison.Ordinal);

        using var same = Generator();
        same.Read(null);
        var second = Task.Run(() => same.Update([], Sample.At, ["vany"]));
        gate.Open();
        Assert.Equal(SiteOutcome.Built, (await first.WaitAsync(Patience)).Sites[0].Outcome);
        // It found the first one's release, which it would have removed as unfinished, or made a second time.
        Assert.Equal(SiteOutcome.Unchanged, (await second.WaitAsync(Patience)).Sites[0].Outcome);
    }

    [Fact]
    public void An_index_of_the_territory_made_from_older_content_never_replaces_a_newer_one()
    {
        _territory.Built();
        using var late = Generator();
        late.Read(null);
        _territory.Edit("peltre/pages/village.md", "Un village.", "Un village et son lavoir.");
        using var early = Generator();
        early.Update([], Sample.At, ["peltre"]);
        early.CatchUp();
        late.CatchUpShared(Sample.At, () => late.Read(["peltre/pages/village.md"]));
        using var clean = new SiteGenerator(_territory.Options(output: _territory.Folder("clean")), new TerritoireTheme());
        clean.Build();
        var expected = _territory.Site("peltre", _territory.Folder("clean")).Files();
        Assert.Contains(expected.Keys, f => f.StartsWith("recherche/territoire/", StringComparison.Ordinal));
        Assert.Equal(expected, _territory.Site("peltre").Files());
    }

    private SiteGenerator Generator() => new(_territory.Options() with { CatchUpLater = true }, new TerritoireTheme());

    private void Link(string site)
    {
        _territory.Set($"{site}/media/plan.pdf", "%PDF-1.4 plan");
        _territory.Edit("vany/events/fete-du-village.md", "Deux jours de fête.", "Deux jours de fête. [Le plan](media/plan.pdf)");
    }

    /// <summary>Media that a build has to wait for.</summary>
    private sealed class Gate(FileContentFiles files) : IMediaStore, IDisposable
    {
        private readonly DiskMediaStore _disk = new(files);
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _open = new();

        public IContentFiles Files => files;

        public Task Reached => _reached.Task;

        public void Open() => _open.Set();

        public Stream OpenRead(MediaItem item)
        {
            _reached.TrySetResult();
            _open.Wait();
            return _disk.OpenRead(item);
        }

        public string? LocalPath(MediaItem item) => null;

        public void Dispose()
        {
            _open.Set();
            _open.Dispose();
        }
    }
}
