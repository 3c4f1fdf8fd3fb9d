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
