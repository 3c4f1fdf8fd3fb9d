using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SiteFactory.Generator.Tests.Build;

/// <summary>What a visitor of a built site gets.</summary>
internal sealed class BuiltSite(string folder)
{
    public string Folder => folder;

    /// <summary>Every file, by path from the site's root.</summary>
    public SortedDictionary<string, byte[]> Files()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            files[Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        return files;
    }

    public bool Has(string address) => File.Exists(FileOf(address));

    public string Text(string address) => File.ReadAllText(FileOf(address));

    public IHtmlDocument Page(string address) => new HtmlParser().ParseDocument(Text(address));

    /// <summary>The words of a page's main part, spaces folded.</summary>
    public string Words(string address) => Words(Page(address).QuerySelector("main")!);

    public static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IEnumerable<string> Links(string address, string within = "main") =>
        Page(address).QuerySelectorAll($"{within} a[href]").Select(a => a.GetAttribute("href")!);

    public string? Canonical(string address) => Page(address).QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    public string? Meta(string address, string name) =>
        Page(address).QuerySelector($"meta[name='{name}'], meta[property='{name}']")?.GetAttribute("content");

    public IEnumerable<string> Pages() => Files().Keys.Where(f => f.EndsWith(".html", StringComparison.Ordinal)).Select(f => "/" + f);

    private string FileOf(string address) =>
        Path.Combine(folder, address.EndsWith('/') ? address[1..] + "index.html" : address[1..]);
}
