using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Write.Compression;

namespace SiteFactory.Serving;

/// <summary>Answers for one site as it stands at this moment: the release is looked up again for each request.</summary>
internal sealed class SiteResponder(BuiltSite site, LiveReload? liveReload)
{
    private const string NotFoundPage = "/404.html";

    public Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value is { Length: > 0 } given ? given : "/";
        if (liveReload is not null && LiveReload.Owns(path))
            return liveReload.AnswerAsync(context, site.Card.Key);
        if (site.Find(path) is { } file)
            return SendAsync(context, path, file);
        if (SiteFiles.IsPageWithoutSlash(site.Folder, path))
            return RedirectAsync(context, path + "/");
        return site.Card.ServedRedirects.TryGetValue(path, out var target)
            ? RedirectAsync(context, target)
            : NotFoundAsync(context);
    }

    private Task RedirectAsync(HttpContext context, string to)
    {
        AddHeaders(context, "/");
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = Uri.EscapeDataString(to).Replace("%2F", "/", StringComparison.Ordinal) + context.Request.QueryString;
        return Task.CompletedTask;
    }

    private Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        if (SiteFiles.Find(site.Folder, NotFoundPage) is { } page)
            return SendBodyAsync(context, NotFoundPage, page);
        AddHeaders(context, NotFoundPage);
        return Task.CompletedTask;
    }

    private Task SendAsync(HttpContext context, string path, SiteFile file)
    {
        if (liveReload is not null && IsPage(path))
            return SendBodyAsync(context, path, file);
        AddHeaders(context, path);
        var type = ContentTypes.Of(AsFile(path));
        var chosen = Choose(context, file);
        return TypedResults.PhysicalFile(
            chosen.PhysicalPath,
            type,
            fileDownloadName: null,
            chosen.LastModified,
            new EntityTagHeaderValue($"\"{Tag(file)}{context.Response.Headers.ContentEncoding}\""),
            enableRangeProcessing: context.Response.Headers.ContentEncoding.Count == 0).ExecuteAsync(context);
    }

    /// <summary>A body that conditions do not apply to: an error page, or a page that the watch server adds its script to.</summary>
    private async Task SendBodyAsync(HttpContext context, string path, SiteFile file)
    {
        AddHeaders(context, path);
        var type = ContentTypes.Of(AsFile(path));
        context.Response.ContentType = type;
        if (liveReload is not null)
        {
            var body = LiveReload.WithScript(await SiteFiles.ReadAsync(file, context.RequestAborted).ConfigureAwait(false));
            context.Response.ContentLength = body.Length;
            if (HttpMethods.IsGet(context.Request.Method))
                await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
            return;
        }
        var chosen = Choose(context, file);
        context.Response.ContentLength = chosen.Length;
        if (HttpMethods.IsGet(context.Request.Method))
            await context.Response.SendFileAsync(chosen.PhysicalPath, context.RequestAborted).ConfigureAwait(false);
    }

    // A part of a file is a part of its plain form.
    private static SiteFile Choose(HttpContext context, SiteFile file)
    {
        if (!Precompression.Applies(file.PhysicalPath, file.Length))
            return file;
        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.Range.Count > 0)
            return file;
        foreach (var (encoding, extension) in Negotiation.Accepted(context.Request))
        {
            if (SiteFiles.Compressed(file, extension) is not { } compressed)
                continue;
            context.Response.Headers.ContentEncoding = encoding;
            return compressed;
        }
        return file;
    }

    private void AddHeaders(HttpContext context, string path)
    {
        foreach (var header in ResponseHeaders.For(path, site.Card.FrameSources, site.Card.FormTargets))
            context.Response.Headers[header.Name] = header.Value;
    }

    private static bool IsPage(string path) => AsFile(path).EndsWith(".html", StringComparison.Ordinal);

    private static string AsFile(string path) => path.EndsWith('/') ? path + "index.html" : path;

    private static string Tag(SiteFile file) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.LastModified.UtcTicks:x}-{file.Length:x}");
}
