using System.Diagnostics;
using System.Globalization;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>Promise 1: the served tree is the old release or the new one, never a mix, whatever moment the process dies.</summary>
public sealed class CrashTests
{
    private const int Kills = 8;

    [Fact]
    public void A_build_killed_at_any_moment_leaves_the_old_sites_or_the_new_ones()
    {
        using var a = new TestTerritory(Version("A")) { Search = true };
        using var b = new TestTerritory(Version("B")) { Search = true };
        var ofA = Trees(a.Built(), a.Output);
        var ofB = Trees(b.Built(), b.Output);
        var output = a.Folder("killed");
        a.Build(output: output);
        var random = new Random(7);
        for (var kill = 0; kill < Kills; kill++)
        {
            KillDuring(output, [b.Content, a.Content], lines: random.Next(1, 80));
            foreach (var (domain, served) in Trees(a, output))
                Assert.True(Same(served, ofA[domain]) || Same(served, ofB[domain]), $"{domain} is neither the old site nor the new one after {kill + 1} kills.");
        }
        Assert.True(b.Build(output: output).Succeeded);
        Assert.All(Trees(b, output), s => Assert.True(Same(s.Value, ofB[s.Key])));
        a.Build(output: output);
        NothingIsLeft(output);
    }

    [Fact]
    public async Task A_reader_never_meets_a_mix_nor_a_missing_file()
    {
        using var a = new TestTerritory(Version("A"));
        using var b = new TestTerritory(Version("B"));
        var output = a.Folder("public");
        a.Build(output: output);
        var reads = 0;
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                ReadOnce(Path.Combine(output, "www.vany.example"));
                Interlocked.Increment(ref reads);
            }
        });
        for (var round = 0; round < 12; round++)
        {
            var seen = Volatile.Read(ref reads);
            Assert.True((round % 2 == 0 ? b : a).Build(output: output).Succeeded);
            while (Volatile.Read(ref reads) == seen && !reader.IsCompleted)
                await Task.Yield();
        }
        await stop.CancelAsync();
        await reader;
        Assert.True(reads >= 12);
    }

    [Fact]
    public async Task Two_builds_into_one_folder_wait_for_each_other()
    {
        using var a = new TestTerritory(Version("A"));
        using var b = new TestTerritory(Version("B"));
        var output = a.Folder("public");
        var builds = new[] { a, b, a, b }.Select(t => Task.Run(() =>
        {
            for (var round = 0; round < 3; round++)
                Assert.True(t.Build(output: output).Succeeded);
        }));
        await Task.WhenAll(builds);
        ReadOnce(Path.Combine(output, "www.vany.example"));
        a.Build(output: output);
        a.Built();
        var expected = Sites(a, a.Output);
        Assert.All(Sites(a, output), s => Assert.True(Same(s.Value, expected[s.Key]), s.Key));
    }

    /// <summary>Reads one resolved release, as a server does that opens the folder once; and the link itself.</summary>
    private static void ReadOnce(string link)
    {
        Assert.Contains("</html>", File.ReadAllText(Path.Combine(link, "index.html")), StringComparison.Ordinal);
        var release = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(link)!, new FileInfo(link).LinkTarget!));
        var pages = new[] { "index.html", "contact/index.html", "404.html", "plan-du-site/index.html" }.Select(p => File.ReadAllText(Path.Combine(release, p))).ToList();
        var versions = pages.Select(p => p.Contains("Commune A", StringComparison.Ordinal) ? 'A' : p.Contains("Commune B", StringComparison.Ordinal) ? 'B' : '?').Distinct().ToList();
        Assert.NotEqual('?', Assert.Single(versions));
    }

    private static void KillDuring(string output, string[] contents, int lines)
    {
        using var process = Crasher.Start(output, rounds: 1000, contents);
        for (var line = 0; line < lines; line++)
            Assert.NotNull(process.StandardOutput.ReadLine());
        process.Kill();
        process.WaitForExit();
    }

    private static string Version(string version) => Sample.Text
        .Replace("name: Vany\n", $"name: Commune {version}\n", StringComparison.Ordinal)
        .Replace("name: Jury\n", $"name: Jury {version}\n", StringComparison.Ordinal)
        .Replace("name: Peltre\n", $"name: Peltre {version}\n", StringComparison.Ordinal)
        .Replace("title: La collecte change", $"title: La collecte {version} change", StringComparison.Ordinal);

    private static Dictionary<string, SortedDictionary<string, byte[]>> Sites(TestTerritory territory, string output) =>
        new[] { "metropole", "vany", "jury", "peltre" }.ToDictionary(k => k, k => territory.Site(k, output).Files());

    /// <summary>The sites, and by itself what is released by itself.</summary>
    private static Dictionary<string, SortedDictionary<string, byte[]>> Trees(TestTerritory territory, string output)
    {
        const string Search = "recherche/territoire/";
        var trees = Sites(territory, output);
        trees["search"] = new(trees["vany"].Where(f => f.Key.StartsWith(Search, StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);
        Assert.NotEmpty(trees["search"]);
        foreach (var key in new[] { "metropole", "vany", "jury", "peltre" })
            trees[key] = new(trees[key].Where(f => !f.Key.StartsWith(Search, StringComparison.Ordinal)).ToDictionary(), StringComparer.Ordinal);
        return trees;
    }

    private static bool Same(SortedDictionary<string, byte[]> a, SortedDictionary<string, byte[]> b) =>
        a.Keys.SequenceEqual(b.Keys) && a.All(f => f.Value.AsSpan().SequenceEqual(b[f.Key]));

    private static void NothingIsLeft(string output)
    {
        foreach (var site in Directory.EnumerateDirectories(Path.Combine(output, ".releases")))
        {
            var names = Directory.EnumerateFileSystemEntries(site).Select(p => Path.GetFileName(p)).ToHashSet();
            Assert.All(names, n => Assert.True(names.Contains(n.Split('.')[0] + ".plan") && names.Contains(n.Split('.')[0]), $"{site}/{n} is left over"));
        }
    }
}

/// <summary>The console program that builds in a process of its own.</summary>
internal static class Crasher
{
    public static Process Start(string output, int rounds, string[] contents, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "SiteFactory.Generator.Crasher.dll"), output,
            Sample.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), rounds.ToString(CultureInfo.InvariantCulture), .. contents,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
