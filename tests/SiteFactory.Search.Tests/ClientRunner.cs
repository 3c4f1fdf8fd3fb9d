using System.Diagnostics;
using System.Text.Json;
using SiteFactory.Search.Client;

namespace SiteFactory.Search.Tests;

public sealed record LoadedFile(string File, int Raw, int Brotli, int Gzip);

public sealed record ExcerptPart(string Text, bool Match);

public sealed record FoundResult(string Url, string Title, string Kind, string Date, string Origin, ExcerptPart[] ExcerptParts);

public sealed record FoundResults(int Total, FoundResult[] Results, string? DidYouMean, LoadedFile[] Loaded)
{
    public string[] Urls => [.. Results.Select(r => r.Url)];
}

public sealed record ClientAnswers(string[] Stems, string[][] Words, FoundResults[]? Searches);

/// <summary>Runs the client's module in Node, on an index written to a folder of its own.</summary>
public sealed class ClientRunner : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("search-tests-").FullName;
    private bool _hasIndex;

    public ClientRunner(IEnumerable<SearchDocument>? documents = null, string today = "2026-11-22")
    {
        File.WriteAllText(Path.Combine(_folder, "search.mjs"), SearchClient.Search);
        if (documents is not null)
            WriteIndex(documents, today);
    }

    public FoundResults Search(string query, int limit = 10, string? kind = null) =>
        Search([query], limit, kind)[0];

    public FoundResults[] Search(IEnumerable<string> queries, int limit = 10, string? kind = null) =>
        Run(new { index = _hasIndex ? $"{_folder}/index" : null, queries = queries.Select(query => new { query, limit, kind }) }).Searches!;

    public string[] Stems(IEnumerable<string> words) => Run(new { stems = words }).Stems;

    public string[][] Words(IEnumerable<string> texts) => Run(new { texts }).Words;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void WriteIndex(IEnumerable<SearchDocument> documents, string today)
    {
        var builder = new SearchIndexBuilder();
        foreach (var file in builder.Build(builder.AnalyzeAll([.. documents]), today))
        {
            var path = Path.Combine(_folder, "index", file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
        }

        _hasIndex = true;
    }

    private ClientAnswers Run(object request)
    {
        var requestFile = Path.Combine(_folder, "request.json");
        File.WriteAllText(requestFile, JsonSerializer.Serialize(request));
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Client", "run.mjs"));
        start.ArgumentList.Add(_folder);
        start.ArgumentList.Add(requestFile);
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, errors.GetAwaiter().GetResult());
        return JsonSerializer.Deserialize<ClientAnswers>(output, JsonSerializerOptions.Web)!;
    }
}
