using System.Diagnostics;
using System.Text.Json;
using SiteFactory.Search;

// Usage: IndexTool documents.jsonl folder [today [repeat]]
// Builds the index of the documents, one JSON object a line, and writes it into the folder. With a number of repeats
// it builds again with new builders and prints what that takes in a program that runs already.
if (args.Length < 2)
{
    await Console.Error.WriteLineAsync("IndexTool documents.jsonl folder [today [repeat]]");
    return 2;
}

var clock = Stopwatch.StartNew();
List<SearchDocument> documents = [];
await foreach (var line in File.ReadLinesAsync(args[0]))
{
    if (JsonSerializer.Deserialize<SearchDocument>(line, JsonSerializerOptions.Web) is { } document)
        documents.Add(document);
}

var read = clock.ElapsedMilliseconds;
var builder = new SearchIndexBuilder();
var analyzed = builder.AnalyzeAll(documents);
var analysis = clock.ElapsedMilliseconds - read;
var files = builder.Build(analyzed, args.Length > 2 ? args[2] : "2026-11-22");
var built = clock.ElapsedMilliseconds - read - analysis;
foreach (var file in files)
{
    var path = Path.Combine(args[1], file.Path);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    await File.WriteAllBytesAsync(path, file.Content);
}

Console.WriteLine(
    $"{documents.Count} documents: read {read} ms, analysis {analysis} ms, index {built} ms, all {clock.ElapsedMilliseconds} ms; {files.Count} files, {files.Sum(f => f.Content.Length)} bytes");
for (var repeat = args.Length > 3 ? int.Parse(args[3], System.Globalization.CultureInfo.InvariantCulture) : 0; repeat > 0; repeat--)
{
    var again = Stopwatch.StartNew();
    var processor = Process.GetCurrentProcess().TotalProcessorTime;
    var other = new SearchIndexBuilder();
    var words = other.AnalyzeAll(documents);
    var first = again.ElapsedMilliseconds;
    other.Build(words, "2026-11-22");
    Console.WriteLine($"again: analysis {first} ms, index {again.ElapsedMilliseconds - first} ms, processor {(Process.GetCurrentProcess().TotalProcessorTime - processor).TotalMilliseconds:0} ms");
}

return 0;
