namespace SiteFactory.Generator.Load;

/// <summary>Fetches the official archive by its address, for a time and up to a size.</summary>
public static class SheetDownload
{
    private const long MostBytes = 300_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Writes the archive to a file. Throws <see cref="IOException"/> when it is too long, <see cref="HttpRequestException"/> when it cannot be had.</summary>
    public static async Task ToFileAsync(Uri address, string path, CancellationToken cancellation)
    {
        using var client = new HttpClient { Timeout = Longest };
        using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        var source = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var target = File.Create(path);
            await using (target.ConfigureAwait(false))
                await CopyAsync(source, target, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Keeps a copy of the archive at that path: fetches it when there is none, or none as new. When it cannot be had, the copy that is
    /// there serves on; without one, throws as <see cref="ToFileAsync"/> does.
    /// </summary>
    /// <param name="notBefore">An older copy is fetched anew.</param>
    /// <returns>Why the copy is an old one; null: it is not.</returns>
    public static async Task<Exception?> KeepAsync(Uri address, string path, DateTimeOffset notBefore, CancellationToken cancellation)
    {
        if (File.Exists(path) && File.GetLastWriteTimeUtc(path) >= notBefore.UtcDateTime)
            return null;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            await ToFileAsync(address, unfinished, cancellation).ConfigureAwait(false);
            File.Move(unfinished, path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or TaskCanceledException { InnerException: TimeoutException } && File.Exists(path))
        {
            return e;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task CopyAsync(Stream source, Stream target, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        for (var total = 0L; await source.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read; total += read)
        {
            if (total + read > MostBytes)
                throw new IOException(nameof(MostBytes));
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
        }
    }
}
