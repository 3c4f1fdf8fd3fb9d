using System.Globalization;

namespace SiteFactory.Benchmarks.Build;

/// <summary>Cold builds: whole processes, the outputs removed before each; SiteFactory and Hugo in turn.</summary>
internal sealed class ColdRuns(string program, string work, int pairs)
{
    private const string At = "2026-11-01T08:00";

    private static string? Hugo { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(f => Path.Combine(f, "hugo")).FirstOrDefault(File.Exists);

    /// <summary>Without search and precompression, which the peer does not do.</summary>
    public void Compare(int communes)
    {
        var (content, hugo) = Folders(communes);
        var ours = new List<Measured>();
        var peers = new List<Measured>();
        for (var i = -1; i < pairs; i++)
        {
            var a = Ours(content, "search,precompress");
            Measured? b = Hugo is null ? null : Peer(hugo);
            // The first pair warms the caches.
            if (i < 0)
                continue;
            ours.Add(a);
            if (b is { } peer)
                peers.Add(peer);
        }
        var pages = Pages();
        Line($"{communes} communes, {pages} pages: SiteFactory {Measured.Median(ours)}, {Measured.Median(ours).Cpu * 1000 / pages:0.00} ms of processor a page");
        if (peers.Count > 0)
            Line($"   Hugo, two processes: {Measured.Median(peers)}; ratio wall {Measured.Middle(ours.Zip(peers, (x, y) => x.Wall / y.Wall)):0.000}, processor {Measured.Middle(ours.Zip(peers, (x, y) => x.Cpu / y.Cpu)):0.000}");
    }

    /// <summary>What a page costs as the territory grows.</summary>
    public void Scale(int communes)
    {
        var (content, _) = Folders(communes, hugo: false);
        var run = Ours(content, "search,precompress");
        var pages = Pages();
        Line($"{communes} communes, {pages} pages: {run}, {run.Cpu * 1000 / pages:0.00} ms of processor a page, largest process so far {Measured.LargestChild():0} MB");
        Clean();
        Directory.Delete(content, recursive: true);
    }

    private (string Content, string Hugo) Folders(int communes, bool hugo = true)
    {
        var content = Path.Combine(work, $"content-{communes}");
        var peer = Path.Combine(work, $"hugo-{communes}");
        var corpus = new Corpus(new(communes));
        if (!Directory.Exists(content))
            ContentFolderWriter.Write(corpus, content);
        if (hugo && Hugo is not null && !Directory.Exists(peer))
            HugoWriter.Write(corpus, peer);
        return (content, peer);
    }

    private string Out => Path.Combine(work, "out");

    private Measured Ours(string content, string skip)
    {
        Clean();
        return Measured.Run(program, "build", "--content", content, "--output", Out, "--at", At, "--skip", skip);
    }

    private Measured Peer(string hugo)
    {
        var peer = Path.Combine(work, "out-hugo");
        if (Directory.Exists(peer))
            Directory.Delete(peer, recursive: true);
        return Measured.Run("sh", "-c", $"ls '{hugo}/sites' | xargs -P2 -I{{}} {Hugo} --quiet -s '{hugo}/sites/{{}}' -d '{peer}/{{}}'");
    }

    private int Pages() => Directory.EnumerateFileSystemEntries(Out).Where(s => !Path.GetFileName(s).StartsWith('.'))
        .Sum(s => Directory.EnumerateFiles(s, "*.html", SearchOption.AllDirectories).Count());

    private void Clean()
    {
        if (Directory.Exists(Out))
            Directory.Delete(Out, recursive: true);
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
