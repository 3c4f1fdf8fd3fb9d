// BuildBench PROGRAM WORK [cold|scale|edits|corpus|all] [COMMUNES]: see ../run.sh.
using System.Globalization;
using SiteFactory.Benchmarks.Build;

var (program, work) = (args[0], args[1]);
var what = args.Length > 2 ? args[2] : "all";
var communes = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 44;
Directory.CreateDirectory(work);
Console.WriteLine($"load {File.ReadAllText("/proc/loadavg").Trim()}, {Environment.ProcessorCount} processors");
var cold = new ColdRuns(program, work, pairs: 3);
if (what is "cold" or "all")
{
    cold.Compare(1);
    cold.Compare(communes);
}
if (what is "scale" or "all")
{
    foreach (var count in (int[])[15, 44, 150, 500])
        cold.Scale(count);
}
if (what is "edits" or "all")
{
    var content = Path.Combine(work, "edited");
    if (!Directory.Exists(content))
        ContentFolderWriter.Write(new(new(communes)), content);
    new EditRuns(content, Path.Combine(work, "edited-out"), rounds: 7).Run();
}
if (what is "corpus")
{
    var corpus = new Corpus(new(communes));
    ContentFolderWriter.Write(corpus, Path.Combine(work, "content"));
    HugoWriter.Write(corpus, Path.Combine(work, "hugo"));
}
Console.WriteLine($"load {File.ReadAllText("/proc/loadavg").Trim()}");
