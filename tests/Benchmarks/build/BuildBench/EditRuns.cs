using System.Diagnostics;
using System.Globalization;
using NodaTime;
using SiteFactory.Generator;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Benchmarks.Build;

/// <summary>Edits in a process that stays, search and precompression on: from the change to the last site switched.</summary>
internal sealed class EditRuns(string content, string output, int rounds)
{
    private readonly Instant _at = Instant.FromUtc(2026, 11, 1, 7, 0);

    public void Run()
    {
        var options = new BuildOptions { Content = content, Output = output, At = _at, CatchUpLater = true };
        using var generator = new SiteGenerator(options, new TerritoireTheme());
        var cold = Stopwatch.StartNew();
        var first = generator.Build();
        Line($"{first.Sites.Length} sites cold with search and precompression: {cold.Elapsed.TotalSeconds:0.0} s");
        CatchUp(generator, tell: true);
        Edits(generator, "one page of a commune", First(c => !c.StartsWith("metropole/", StringComparison.Ordinal), "pages"));
        Edits(generator, "one news item of the métropole", First(c => c.StartsWith("metropole/", StringComparison.Ordinal), "news"));
    }

    private void Edits(SiteGenerator generator, string what, string file)
    {
        var path = Path.Combine(content, file);
        var text = File.ReadAllText(path);
        var (walls, cpus, rendered, sites) = (new List<double>(), new List<double>(), 0, 0);
        var collections = new List<Collected>();
        for (var round = 0; round < rounds; round++)
        {
            File.WriteAllText(path, text + string.Create(CultureInfo.InvariantCulture, $"\nUne phrase de plus, la numéro {round}, sur la bibliothèque.\n"));
            using var self = Process.GetCurrentProcess();
            var before = self.TotalProcessorTime;
            var collected = Collected.Now();
            var watch = Stopwatch.StartNew();
            var report = generator.Update([file], _at);
            walls.Add(watch.Elapsed.TotalMilliseconds);
            collections.Add(Collected.Now().Since(collected));
            self.Refresh();
            cpus.Add((self.TotalProcessorTime - before).TotalMilliseconds);
            (rendered, sites) = (report.Sites.Sum(s => s.Rendered), report.Sites.Count(s => s.Outcome == SiteOutcome.Built));
            CatchUp(generator, tell: round == 0);
        }
        File.WriteAllText(path, text);
        generator.Update([file], _at);
        CatchUp(generator, tell: false);
        var sorted = walls.Order().ToArray();
        Line($"{what}: {sites} site(s), {rendered} files written; median {Measured.Middle(walls):0} ms ({Measured.Middle(cpus):0} ms of processor), least {sorted[0]:0} ms, most {sorted[^1]:0} ms of {rounds}");
        Line($"   of which {Measured.Middle([.. collections.Select(c => c.Paused)]):0} ms collecting garbage, {Measured.Middle([.. collections.Select(c => (double)c.Times)]):0} times; {Measured.Middle([.. collections.Select(c => c.Megabytes)]):0} MB allocated");
    }

    private static void CatchUp(SiteGenerator generator, bool tell)
    {
        var watch = Stopwatch.StartNew();
        generator.CatchUp();
        if (tell)
            Line($"   afterwards, while nobody waits: {watch.Elapsed.TotalMilliseconds:0} ms");
    }

    private string First(Func<string, bool> site, string kind) => Directory.EnumerateFiles(content, "*.md", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(content, f))
        .Where(f => site(f) && f.Contains($"/{kind}/", StringComparison.Ordinal) && !f.EndsWith("index.md", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).First();

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the runtime has collected and handed out so far.</summary>
    private readonly record struct Collected(int Times, double Paused, double Megabytes)
    {
        public static Collected Now() => new(GC.CollectionCount(0), GC.GetTotalPauseDuration().TotalMilliseconds, GC.GetTotalAllocatedBytes() / 1e6);

        public Collected Since(Collected before) => new(Times - before.Times, Paused - before.Paused, Megabytes - before.Megabytes);
    }
}
