using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Write.ServerConfiguration;

/// <summary>
/// Writes an nginx configuration to include in <c>http { }</c>. Headers come from <see cref="ResponseHeaders"/>, through
/// maps: an <c>add_header</c> in a location would hide those of the server.
/// </summary>
public static class NginxConfiguration
{
    /// <summary>The configuration; the same layout gives the same text.</summary>
    public static string For(ServerLayout layout)
    {
        var text = new StringBuilder();
        Preamble(text);
        // What a site's pages may show in frames, and where its forms may go besides the site: portals.
        Sources(text, layout, "$sitefactory_frames", s => s.FrameSources);
        Sources(text, layout, "$sitefactory_forms", s => s.FormTargets);
        HeaderMaps(text);
        foreach (var site in layout.Sites)
            Redirects(text, site);
        foreach (var site in layout.Sites)
            Servers(text, site, layout.Root);
        foreach (var (old, domain) in layout.Moved)
            Moved(text, old, domain);
        return text.ToString();
    }

    private static void Preamble(StringBuilder text) => Lines(
        text,
        "# " + ServerTexts.Get("Generated"),
        "# " + ServerTexts.Get("NginxInclude"),
        "# " + ServerTexts.Get("Certificates"),
        "# " + ServerTexts.Get("NginxBrotli"),
        "");

    private static void Sources(StringBuilder text, ServerLayout layout, string variable, Func<ReleaseCard, ImmutableArray<string>> origins)
    {
        Lines(text, $"map $host {variable} {{", "    default \"\";");
        foreach (var site in layout.Sites.Where(s => origins(s).Length > 0))
            Lines(text, $"    {site.Domain} {Quoted(" " + string.Join(' ', origins(site)))};");
        Lines(text, "}", "");
    }

    private static string WithSources(string policy) => ContentPolicy.With(policy, "${sitefactory_frames}", "${sitefactory_forms}");

    private static void HeaderMaps(StringBuilder text)
    {
        Map(text, "$uri", "$sitefactory_cache", ResponseHeaders.Rules.Select(r => (r.Pattern, r.CacheControl)));
        Map(text, "$uri", "$sitefactory_policy", ResponseHeaders.Rules.Select(r => (r.Pattern, WithSources(r.Policy))));
        Map(text, "$uri", "$sitefactory_open", ResponseHeaders.Rules.Select(r => (r.Pattern, r.Open ? "*" : "")));
    }

    private static void Map(StringBuilder text, string from, string to, IEnumerable<(string? Pattern, string Value)> rules)
    {
        Lines(text, $"map {from} {to} {{");
        foreach (var (pattern, value) in rules)
            Lines(text, $"    {(pattern is null ? "default" : Quoted("~" + pattern))} {Quoted(value)};");
        Lines(text, "}", "");
    }

    private static void Redirects(StringBuilder text, ReleaseCard site)
    {
        Lines(text, $"map $uri {MovedVariable(site)} {{", "    default \"\";");
        foreach (var (from, to) in site.ServedRedirects)
            Lines(text, $"    {Quoted(from)} {Quoted(to)};");
        Lines(text, "}", "");
    }

    private static void Servers(StringBuilder text, ReleaseCard site, string root)
    {
        var other = ServerLayout.OtherName(site.Domain);
        Lines(
            text,
            $"# {site.Name}",
            "server {",
            "    listen 80;",
            "    listen [::]:80;",
            $"    server_name {site.Domain}{(other is null ? "" : " " + other)};",
            "    location /.well-known/acme-challenge/ { root /var/lib/acme; }",
            $"    location / {{ return 301 https://{site.Domain}$request_uri; }}",
            "}");
        if (other is not null)
        {
            Lines(text, "server {");
            Listen(text, site.Domain);
            Lines(text, $"    server_name {other};", $"    return 301 https://{site.Domain}$request_uri;", "}");
        }
        Main(text, site, root);
    }

    private static void Moved(StringBuilder text, string old, string domain)
    {
        Lines(text, "# " + ServerTexts.Get("MovedDomain"), "server {", "    listen 80;", "    listen [::]:80;");
        Listen(text, old);
        Lines(
            text,
            $"    server_name {string.Join(' ', ServerLayout.NamesOf(old))};",
            "    location /.well-known/acme-challenge/ { root /var/lib/acme; }",
            $"    location / {{ return 301 https://{domain}$request_uri; }}",
            "}",
            "");
    }

    private static void Main(StringBuilder text, ReleaseCard site, string root)
    {
        Lines(text, "server {");
        Listen(text, site.Domain);
        Lines(
            text,
            $"    server_name {site.Domain};",
            $"    root {Quoted(root + "/" + site.Domain)};",
            "    index index.html;",
            "    charset utf-8;",
            "    charset_types text/css text/javascript text/plain text/csv text/calendar text/vtt application/xml application/atom+xml;",
            "    server_tokens off;",
            "    etag on;",
            "    gzip_static on;",
            "    gzip_vary on;",
            "    # brotli_static on;",
            "    error_page 404 /404.html;");
        Headers(text);
        Types(text);
        Lines(
            text,
            "    location = /404.html { internal; }",
            // The first of the regular expressions: a visitor who holds an old page gets its stylesheet from what was kept.
            "    location ~ ^/assets/ {",
            "        limit_except GET { deny all; }",
            "        try_files $uri @kept;",
            "    }",
            "    location @kept {",
            $"        root {Quoted(KeptAssets.FolderOf(root, site.Domain))};",
            "        try_files $uri =404;",
            "    }",
            "    location / {",
            "        limit_except GET { deny all; }",
            "        try_files ${uri}index.html @moved;",
            "    }",
            // A folder without its slash: one address for a page, so that its relative links and its cache are right.
            "    location ~ ^(?<sitefactory_page>.*[^/])$ {",
            "        limit_except GET { deny all; }",
            "        if (-d $request_filename) { return 301 $sitefactory_page/$is_args$args; }",
            "        try_files $uri @moved;",
            "    }",
            "    location @moved {",
            $"        if ({MovedVariable(site)}) {{ return 301 {MovedVariable(site)}; }}",
            "        return 404;",
            "    }");
        foreach (var (path, type) in ContentTypes.Feeds)
            Lines(text, $"    location = {path} {{ types {{ }} default_type {Quoted(Bare(type))}; }}");
        Lines(text, "}", "");
    }

    private static void Listen(StringBuilder text, string domain) => Lines(
        text,
        "    listen 443 ssl http2;",
        "    listen [::]:443 ssl http2;",
        $"    ssl_certificate /etc/ssl/sites/{domain}/fullchain.pem;",
        $"    ssl_certificate_key /etc/ssl/sites/{domain}/privkey.pem;");

    private static void Headers(StringBuilder text)
    {
        Lines(
            text,
            "    add_header Cache-Control $sitefactory_cache always;",
            "    add_header Content-Security-Policy $sitefactory_policy always;",
            "    add_header Access-Control-Allow-Origin $sitefactory_open always;");
        foreach (var header in ResponseHeaders.Always)
            Lines(text, $"    add_header {header.Name} {Quoted(header.Value)} always;");
    }

    // nginx adds the charset itself, for the types that charset_types names.
    private static void Types(StringBuilder text)
    {
        Lines(text, $"    default_type {ContentTypes.Other};", "    types {");
        foreach (var group in ContentTypes.All.GroupBy(t => Bare(t.Type)))
            Lines(text, $"        {group.Key} {string.Join(' ', group.Select(t => t.Extension))};");
        Lines(text, "    }");
    }

    private static string Bare(string type) => type.Split(';')[0];

    private static string MovedVariable(ReleaseCard site) => "$moved_" + site.Key.Replace('-', '_');

    private static string Quoted(string value) =>
        "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private static void Lines(StringBuilder text, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            text.Append(CultureInfo.InvariantCulture, $"{line}\n");
    }
}
