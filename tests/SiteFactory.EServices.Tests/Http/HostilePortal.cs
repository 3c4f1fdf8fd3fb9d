using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SiteFactory.EServices.Tests.Http;

/// <summary>A portal on this machine that behaves as badly as its path says.</summary>
internal sealed class HostilePortal : IAsyncDisposable
{
    private readonly WebApplication _server;

    private HostilePortal(WebApplication server) => _server = server;

    public string Url => _server.Urls.First();

    /// <summary>User agents of the questions so far.</summary>
    public List<string> Agents { get; } = [];

    public static async Task<HostilePortal> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, 0);
            k.Limits.MinResponseDataRate = null;
        });
        var portal = new HostilePortal(builder.Build());
        portal._server.Run(portal.AnswerAsync);
        await portal._server.StartAsync();
        return portal;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _server.StopAsync(now.Token);
        await _server.DisposeAsync();
    }

    private Task AnswerAsync(HttpContext context)
    {
        lock (Agents)
            Agents.Add(context.Request.Headers.UserAgent.ToString());
        return context.Request.Path.Value!.Split('/')[1] switch
        {
            "no-head" => Task.FromResult(context.Response.StatusCode = context.Request.Method == "HEAD" ? 404 : 200),
            "account" => Task.FromResult(context.Response.StatusCode = 401),
            "good" => context.Response.Body.WriteAsync(Recorded.Answer("publik-categories.json")).AsTask(),
            "slow" => SlowAsync(context),
            "silent" => Task.Delay(Timeout.Infinite, context.RequestAborted),
            "endless" => EndlessAsync(context),
            "announced" => AnnouncedAsync(context),
            "packed" => PackedAsync(context),
            "html" => context.Response.WriteAsync("<!doctype html><title>Bonjour</title>"),
            "broken" => context.Response.WriteAsync("{\"data\":[{\"title\":"),
            "hang-up" => Task.Run(context.Abort),
            "loop" => RedirectAsync(context, context.Request.Path + "x"),
            "elsewhere" => RedirectAsync(context, "http://10.0.0.1/good/api/categories/"),
            "error" => Task.FromResult(context.Response.StatusCode = 500),
            _ => Task.FromResult(context.Response.StatusCode = 404),
        };
    }

    /// <summary>One byte a second.</summary>
    private static async Task SlowAsync(HttpContext context)
    {
        foreach (var b in Recorded.Answer("publik-categories.json").ToArray())
        {
            await context.Response.Body.WriteAsync(new[] { b }, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(1000, context.RequestAborted);
        }
    }

    private static async Task EndlessAsync(HttpContext context)
    {
        var piece = new byte[64 * 1024];
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.Body.WriteAsync(piece, context.RequestAborted);
    }

    private static async Task AnnouncedAsync(HttpContext context)
    {
        context.Response.ContentLength = 1L << 40;
        await context.Response.Body.WriteAsync(new byte[1], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    /// <summary>Small on the way, huge when unpacked.</summary>
    private static async Task PackedAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var piece = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++)
                gzip.Write(piece);
        }
        await context.Response.Body.WriteAsync(packed.ToArray());
    }

    private static Task RedirectAsync(HttpContext context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    }
}
