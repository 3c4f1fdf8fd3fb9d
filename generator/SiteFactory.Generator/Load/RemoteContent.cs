using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SiteFactory.Generator.Load;

/// <summary>The content of a CMS elsewhere could not be had. Message in English, for logs; hosts say it in their own words.</summary>
public sealed class RemoteContentException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Keeps a content folder in step with a CMS's delivery API: the whole territory the first time, and from then on only what changed
/// since the revision that the folder holds. What is interrupted starts over; a folder is never half of one revision and half
/// of another without being told so by a missing revision file.
/// </summary>
public sealed class RemoteContent(HttpClient client, string folder)
{
    private const string RevisionFile = ".revision";

    /// <summary>The folder that holds the copy of that source, below an output folder.</summary>
    public static string FolderFor(string output, Uri source) =>
        Path.Combine(output, ".cache", "source", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source.AbsoluteUri)))[..16]);

    /// <summary>A client for a CMS's address and key.</summary>
    public static HttpClient Client(Uri source, string? key)
    {
        var client = new HttpClient { BaseAddress = new(source.AbsoluteUri.TrimEnd('/') + "/"), Timeout = TimeSpan.FromMinutes(2) };
        if (key is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Brings the folder up to the newest revision. Throws <see cref="RemoteContentException"/>.</summary>
    /// <returns>The revision.</returns>
    public async Task<long> RefreshAsync(CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return await FetchAsync(Known(), cancellation);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            throw new RemoteContentException(e.Message, e);
        }
    }

    private long? Known()
    {
        var file = Path.Combine(folder, RevisionFile);
        return File.Exists(file) && long.TryParse(File.ReadAllText(file), NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : null;
    }

    private async Task<long> FetchAsync(long? known, CancellationToken cancellation)
    {
        var query = known is { } revision ? string.Create(CultureInfo.InvariantCulture, $"?since={revision}") : "";
        using var response = await client.GetAsync(new Uri("api/v1/territory/snapshot" + query, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var head = await LineAsync(reader, SnapshotJson.Default.SnapshotHead, cancellation) ?? throw new RemoteContentException("The source's answer is empty.");
        File.Delete(Path.Combine(folder, RevisionFile));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < head.Files; i++)
        {
            var file = await LineAsync(reader, SnapshotJson.Default.SnapshotLine, cancellation) ?? throw new RemoteContentException("The source's answer broke off.");
            seen.Add(file.Path);
            await TakeAsync(file, cancellation);
        }
        if (head.Whole)
            RemoveOthers(seen);
        await File.WriteAllTextAsync(Path.Combine(folder, RevisionFile), head.Revision.ToString(CultureInfo.InvariantCulture), cancellation);
        return head.Revision;
    }

    private static async Task<T?> LineAsync<T>(StreamReader reader, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        await reader.ReadLineAsync(cancellation) is { } line ? JsonSerializer.Deserialize(line, type) : default;

    private async Task TakeAsync(SnapshotLine file, CancellationToken cancellation)
    {
        var path = FullPath(file.Path);
        if (file.Gone == true)
        {
            File.Delete(path);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (file.Media is null)
            await WriteIfOtherAsync(path, Encoding.UTF8.GetBytes(file.Text ?? ""), cancellation);
        else if (!await HoldsAsync(path, file, cancellation))
            await DownloadAsync(file.Media, path, cancellation);
    }

    // A file that says the same keeps its time of writing, so that readers know it again.
    private static async Task WriteIfOtherAsync(string path, byte[] bytes, CancellationToken cancellation)
    {
        if (!File.Exists(path) || !(await File.ReadAllBytesAsync(path, cancellation)).AsSpan().SequenceEqual(bytes))
            await File.WriteAllBytesAsync(path, bytes, cancellation);
    }

    private static async Task<bool> HoldsAsync(string path, SnapshotLine file, CancellationToken cancellation)
    {
        if (!File.Exists(path) || new FileInfo(path).Length != file.Length)
            return false;
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation)) == file.Media;
    }

    private async Task DownloadAsync(string hash, string path, CancellationToken cancellation)
    {
        var bytes = await client.GetByteArrayAsync(new Uri($"api/v1/territory/media/{hash}", UriKind.Relative), cancellation);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != hash)
            throw new RemoteContentException($"The bytes of '{hash}' are not what they should be.");
        await File.WriteAllBytesAsync(path, bytes, cancellation);
    }

    private void RemoveOthers(HashSet<string> seen)
    {
        var files = new FileContentFiles(folder);
        foreach (var path in files.Files("").Concat(files.Folders().SelectMany(files.Files)).Where(p => !seen.Contains(p)).ToList())
            File.Delete(FullPath(path));
    }

    /// <summary>The source is another program: a path that leads out of the folder, or to a hidden file, is refused.</summary>
    private string FullPath(string path)
    {
        if (path.Split('/').Any(p => p.Length == 0 || p[0] == '.') || path.Contains('\\', StringComparison.Ordinal))
            throw new RemoteContentException($"The source names a path that is none: '{path}'.");
        return new FileContentFiles(folder).FullPath(path);
    }

}

/// <summary>The first line of a snapshot.</summary>
internal sealed record SnapshotHead(long Revision, bool Whole, int Files);

/// <summary>Every other line of a snapshot: one file.</summary>
internal sealed record SnapshotLine(string Path, string? Text, string? Media, long? Length, bool? Gone);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SnapshotHead))]
[JsonSerializable(typeof(SnapshotLine))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
