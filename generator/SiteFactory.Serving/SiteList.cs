using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Generator.Release;

namespace SiteFactory.Serving;

/// <summary>The page that lists the built sites, for whoever works on them; it is not part of any site.</summary>
internal sealed class SiteList(BuiltSites sites)
{
    private const string StylesheetPath = "/-/liste.css";
    private const string EmblemFolder = "/-/embleme/";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly LocalDateTimePattern When =
        LocalDateTimePattern.Create("d MMM yyyy, H 'h' mm", French);

    public Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path == StylesheetPath)
            return SendAsync(context, ContentTypes.Of(path), Resource("list.css"));
        if (path.StartsWith(EmblemFolder, StringComparison.Ordinal))
            return EmblemAsync(context, path[EmblemFolder.Length..]);
        if (path == "/")
            return PageAsync(context, Resource("list.html"));
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return PageAsync(context, Resource("list.html"));
    }

    /// <summary>No site has that name: the list helps to find the right one.</summary>
    public Task UnknownHostAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        var to = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{context.Request.Host.Port ?? 80}/");
        return SendAsync(context, "text/html; charset=utf-8", Resource("unknown.html").Replace("{list}", Html.Encode(to), StringComparison.Ordinal));
    }

    private Task PageAsync(HttpContext context, string template)
    {
        var all = sites.All();
        var port = context.Request.Host.Port ?? 80;
        var card = Resource("list-site.html");
        var rows = new StringBuilder();
        foreach (var site in all)
            rows.Append(Filled(card, site, port));
        var page = template
            .Replace("{count}", ServingTexts.Count("Sites", all.Count), StringComparison.Ordinal)
            .Replace("{pages}", ServingTexts.Count("Pages", all.Sum(s => s.Card.Pages)), StringComparison.Ordinal)
            .Replace("{empty}", all.Count == 0 ? Resource("list-empty.html") : "", StringComparison.Ordinal)
            .Replace("{sites}", rows.ToString(), StringComparison.Ordinal);
        return SendAsync(context, "text/html; charset=utf-8", page);
    }

    private static string Filled(string card, BuiltSite site, int port)
    {
        var built = When.Format(site.BuiltAt.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).LocalDateTime);
        var values = new Dictionary<string, string>
        {
            ["kind"] = site.Card.IsMetropole ? "metropole" : "commune",
            ["address"] = string.Create(CultureInfo.InvariantCulture, $"http://{site.Card.Key}.localhost:{port}/"),
            ["name"] = site.Card.Name,
            ["domain"] = site.Card.Domain,
            ["emblem"] = EmblemFolder + site.Card.Key,
            ["people"] = site.Card.Population is { } people ? ServingTexts.Count("People", people) : "",
            ["pages"] = ServingTexts.Count("Pages", site.Card.Pages),
            ["built"] = ServingTexts.Format("BuiltAt", built),
        };
        return values.Aggregate(card, (text, v) => text.Replace("{" + v.Key + "}", Html.Encode(v.Value), StringComparison.Ordinal));
    }

    private Task EmblemAsync(HttpContext context, string key)
    {
        if (sites.All().FirstOrDefault(s => s.Card.Key == key) is { Card.Emblem: { } address } site
            && SiteFiles.Find(site.Folder, address) is { } file)
        {
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy.Drawing;
            return TypedResults.PhysicalFile(file.PhysicalPath, ContentTypes.Of(address)).ExecuteAsync(context);
        }
        return SendAsync(context, "image/svg+xml", Resource("emblem.svg"));
    }

    private static Task SendAsync(HttpContext context, string type, string text)
    {
        foreach (var header in ResponseHeaders.For("/"))
            context.Response.Headers[header.Name] = header.Value;
        var body = Encoding.UTF8.GetBytes(text);
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(body).AsTask();
    }

    private static string Resource(string name)
    {
        using var stream = typeof(SiteList).Assembly.GetManifestResourceStream("SiteFactory.Serving.Pages." + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
