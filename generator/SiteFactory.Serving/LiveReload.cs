using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace SiteFactory.Serving;

/// <summary>
/// Tells the pages that are open in a browser that their site was rebuilt. Only the watch server has one, and it adds the
/// script to what it sends: built files never hold it.
/// </summary>
public sealed class LiveReload
{
    private const string ScriptPath = "/-/rechargement.js";
    private const string EventsPath = "/-/rechargement";

    private const string Script =
        "const events = new EventSource('" + EventsPath + "');\n" +
        "events.addEventListener('rebuilt', () => location.reload());\n" +
        "addEventListener('pagehide', () => events.close());\n";

    private static readonly byte[] Tag = Encoding.UTF8.GetBytes($"<script src=\"{ScriptPath}\" type=\"module\"></script>");

    private readonly ConcurrentDictionary<Channel<bool>, string> _listeners = new();

    /// <summary>Browsers that listen now.</summary>
    public int Listeners => _listeners.Count;

    /// <summary>Reloads the pages of those sites.</summary>
    public void Rebuilt(IReadOnlyCollection<string> siteKeys)
    {
        foreach (var (listener, key) in _listeners)
        {
            if (siteKeys.Contains(key, StringComparer.OrdinalIgnoreCase))
                listener.Writer.TryWrite(true);
        }
    }

    internal static bool Owns(string path) => path is ScriptPath or EventsPath;

    /// <summary>The page with the script before the end of its body.</summary>
    internal static byte[] WithScript(byte[] page)
    {
        var end = page.AsSpan().LastIndexOf("</body>"u8);
        return end < 0 ? [.. page, .. Tag] : [.. page.AsSpan(0, end), .. Tag, .. page.AsSpan(end)];
    }

    internal Task AnswerAsync(HttpContext context, string siteKey)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path == EventsPath)
            return StreamAsync(context, siteKey);
        context.Response.ContentType = "text/javascript; charset=utf-8";
        return context.Response.WriteAsync(Script);
    }

    private async Task StreamAsync(HttpContext context, string siteKey)
    {
        var listener = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        _listeners[listener] = siteKey;
        try
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(": ready\n\n", context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            await foreach (var _ in listener.Reader.ReadAllAsync(context.RequestAborted).ConfigureAwait(false))
            {
                await context.Response.WriteAsync("event: rebuilt\ndata:\n\n", context.RequestAborted).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
        finally
        {
            _listeners.TryRemove(listener, out _);
        }
    }
}
