using System.Diagnostics;
using System.Text.Json;
using SiteFactory.Search;

// Usage: IndexTool documents.jsonl folder [today]
// Builds the index of the documents, one JSON object a line, and writes it into the folder with the client's modules.
if (args.Length < 2)
{
    await Console.Error.WriteLineAsync("IndexTool documents.jsonl folder [today]");
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
return 0;
