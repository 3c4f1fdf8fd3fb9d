using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SiteFactory.Generator.Release;

namespace SiteFactory.Generator.Write.ServerConfiguration;

/// <summary>Writes a Caddyfile. Caddy obtains the certificates and turns HTTP into HTTPS by itself.</summary>
public static class CaddyConfiguration
{
    /// <summary>The configuration; the same layout gives the same text.</summary>
    public static string For(ServerLayout layout)
    {
        var text = new StringBuilder();
        Lines(text, "# " + ServerTexts.Get("Generated"), "# " + ServerTexts.Get("CaddyCertificates"), "");
        Snippet(text);
        foreach (var site in layout.Sites)
            Site(text, site, layout.Root);
        foreach (var (old, domain) in layout.Moved)
            Lines(text, "# " + ServerTexts.Get("MovedDomain"), $"{string.Join(", ", ServerLayout.NamesOf(old))} {{", $"\tredir https://{domain}{{uri}} permanent", "}", "");
        return text.ToString();
    }

    // "route" keeps the order written: the most general headers first, each narrower rule over them.
    private static void Snippet(StringBuilder text)
    {
        Lines(text, "(sitefactory) {", "\troute {");
        foreach (var header in ResponseHeaders.Always)
            Lines(text, $"\t\theader {header.Name} {Quoted(header.Value)}");
        foreach (var rule in ResponseHeaders.Rules.Reverse())
            Rule(text, rule);
        foreach (var (extension, type) in ContentTypes.All)
            Lines(text, $"\t\t@type_{extension} path *.{extension}", $"\t\theader @type_{extension} Content-Type {Quoted(type)}");
        foreach (var (path, type) in ContentTypes.Feeds)
            Lines(text, $"\t\theader {path} Content-Type {Quoted(type)}");
        Lines(text, "\t\theader /*/ Content-Type \"text/html; charset=utf-8\"", "\t}", "}", "");
    }

    private static void Rule(StringBuilder text, HeaderRule rule)
    {
        var matcher = rule.Pattern is null ? "" : $"@{rule.Name} ";
        if (rule.Pattern is not null)
            Lines(text, $"\t\t@{rule.Name} path_regexp {Quoted(rule.Pattern)}");
        Lines(
            text,
            $"\t\theader {matcher}Cache-Control {Quoted(rule.CacheControl)}",
            $"\t\theader {matcher}Content-Security-Policy {Quoted(WithSources(rule.Policy))}");
        if (rule.Open)
            Lines(text, $"\t\theader {matcher}Access-Control-Allow-Origin *");
    }

    // The snippet's arguments: where a site's forms may go besides the site, and what its pages may show in frames.
    private static string WithSources(string policy) => ContentPolicy.With(policy, "{args[1]}", "{args[0]}");

    private static string Argument(ImmutableArray<string> origins) => Quoted(string.Concat(origins.Select(o => " " + o)));

    private static void Site(StringBuilder text, ReleaseCard site, string root)
    {
        Lines(text, $"# {site.Name}", $"{site.Domain} {{", $"\troot * {Quoted(root + "/" + site.Domain)}", $"\timport sitefactory {Argument(site.FormTargets)} {Argument(site.FrameSources)}");
        Lines(
            text,
            "\t@past_asset {",
            "\t\tpath /assets/*",
            "\t\tnot file",
            "\t}",
            $"\troot @past_asset {Quoted(KeptAssets.FolderOf(root, site.Domain))}");
        Lines(text, "\t@writing not method GET HEAD", "\trespond @writing 405");
        if (!site.Redirects.IsEmpty)
            Redirects(text, site);
        Lines(
            text,
            "\tfile_server {",
            "\t\tprecompressed br gzip",
            "\t}",
            "\thandle_errors {",
            "\t\t@missing expression {err.status_code} == 404",
            "\t\trewrite @missing /404.html",
            "\t\theader Cache-Control no-cache",
            "\t\theader Content-Type \"text/html; charset=utf-8\"",
            "\t\tfile_server",
            "\t}",
            "}");
        if (ServerLayout.OtherName(site.Domain) is { } other)
            Lines(text, $"{other} {{", $"\tredir https://{site.Domain}{{uri}} permanent", "}");
        Lines(text, "");
    }

    private static void Redirects(StringBuilder text, ReleaseCard site)
    {
        Lines(text, "\tmap {path} {moved} {");
        foreach (var (from, to) in site.ServedRedirects)
            Lines(text, $"\t\t{Quoted(from)} {Quoted(to)}");
        Lines(
            text,
            "\t\tdefault \"\"",
            "\t}",
            "\t@moved {",
            "\t\texpression {moved} != \"\"",
            "\t\tnot file {path} {path}/index.html",
            "\t}",
            "\tredir @moved {moved} permanent");
    }

    private static string Quoted(string value) =>
        value.Contains('"', StringComparison.Ordinal) || value.Contains('\\', StringComparison.Ordinal) ? "`" + value + "`" : "\"" + value + "\"";

    private static void Lines(StringBuilder text, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            text.Append(CultureInfo.InvariantCulture, $"{line}\n");
    }
}
