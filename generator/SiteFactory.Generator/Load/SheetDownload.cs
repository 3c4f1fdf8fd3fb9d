using System.IO.Compression;
using System.Net;
using SiteFactory.Content.Sheets;
using SiteFactory.EServices.Http;

namespace SiteFactory.Generator.Load;

/// <summary>How far a download may go.</summary>
/// <param name="MostBytes">Of the archive.</param>
/// <param name="Longest">From the first call to the last byte.</param>
public sealed record SheetLimits(long MostBytes, TimeSpan Longest)
{
    public static SheetLimits Default { get; } = new(300_000_000, TimeSpan.FromMinutes(5));
}

/// <summary>Fetches the official archive by its address, for a time and up to a size.</summary>
public static class SheetDownload
{
    private const int MostRedirects = 5;

    /// <summary>
    /// Writes the archive to a file. Throws <see cref="IOException"/> when it is too long, too slow, cut off or leads into a private network,
    /// <see cref="InvalidDataException"/> when it is no archive of sheets, <see cref="HttpRequestException"/> when it cannot be had.
    /// </summary>
    public static async Task ToFileAsync(Uri address, string path, CancellationToken cancellation, SheetLimits? limits = null)
    {
        limits ??= SheetLimits.Default;
        // HttpClient's own limit ends with the headers: a server that sends a byte a second would keep us for years.
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limits.Longest);
        try
        {
            await FetchAsync(address, path, limits, time.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException(nameof(SheetLimits.Longest), e);
        }
        Judge(path);
    }

    /// <summary>
    /// Keeps a copy of the archive at that path: fetches it when there is none, or none as new. When it cannot be had, the copy that is
    /// there serves on; without one, throws as <see cref="ToFileAsync"/> does.
    /// </summary>
    /// <param name="notBefore">An older copy is fetched anew.</param>
    /// <returns>Why the copy is an old one; null: it is not.</returns>
    public static async Task<Exception?> KeepAsync(Uri address, string path, DateTimeOffset notBefore, CancellationToken cancellation, SheetLimits? limits = null)
    {
        if (File.Exists(path) && File.GetLastWriteTimeUtc(path) >= notBefore.UtcDateTime)
            return null;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            await ToFileAsync(address, unfinished, cancellation, limits).ConfigureAwait(false);
            File.Move(unfinished, path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or HttpRequestException && File.Exists(path))
        {
            return e;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task FetchAsync(Uri address, string path, SheetLimits limits, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        using var answer = await AnswerAsync(client, address, cancellation).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
        var source = await answer.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var target = File.Create(path);
            await using (target.ConfigureAwait(false))
                await CopyAsync(source, target, limits.MostBytes, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<HttpResponseMessage> AnswerAsync(HttpClient client, Uri address, CancellationToken cancellation)
    {
        var next = address;
        for (var left = MostRedirects; ; left--)
        {
            var answer = await client.GetAsync(next, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (left == 0 || (int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location)
                return answer;
            answer.Dispose();
            next = new Uri(next, location);
            await AllowAsync(address, next, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Whoever set the address may name a machine of their own network; the server behind it may not.</summary>
    private static async Task AllowAsync(Uri first, Uri next, CancellationToken cancellation)
    {
        if (next.Scheme != Uri.UriSchemeHttps && next.Scheme != first.Scheme)
            throw new IOException($"{next.Scheme}://");
        if (next.Authority == first.Authority)
            return;
        var addresses = await Dns.GetHostAddressesAsync(next.DnsSafeHost, cancellation).ConfigureAwait(false);
        if (addresses.Any(PrivateAddresses.Contains))
            throw new IOException(next.Authority);
    }

    /// <summary>A page that says "back soon" is no archive, and must not take the place of one.</summary>
    private static void Judge(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        if (!archive.Entries.Any(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) && Sheet.IsId(e.Name[..^4])))
            throw new InvalidDataException(nameof(ZipArchive));
    }

    private static async Task CopyAsync(Stream source, Stream target, long most, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        for (var total = 0L; await source.ReadAsync(buffer, cancellation).ConfigureAwait(false) is > 0 and var read; total += read)
        {
            if (total + read > most)
                throw new IOException(nameof(SheetLimits.MostBytes));
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
        }
    }
}
