using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Hosting;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Preview;

namespace SiteFactory.Cms.Features.Preview;

/// <summary>A page as it would stand on the site; or what keeps it from being shown.</summary>
/// <param name="Html">Null when it cannot be shown.</param>
/// <param name="Problems">What is wrong with the text, in French.</param>
public sealed record PreviewPage(string? Html, IReadOnlyList<string> Problems);

/// <summary>Renders items as they would stand on their site: the public content with one text more, or another.</summary>
public sealed partial class PreviewPages(TerritoryReading territory, PagePreviewer previewer, IClock clock, TerritoryTime time, IOptions<CmsOptions> options)
{
    /// <summary>The item's page. Its files are asked for under <paramref name="files"/>.</summary>
    /// <param name="record">What is stored of it; null for a new item.</param>
    /// <param name="files">A path without a final slash.</param>
    public async Task<PreviewPage> RenderAsync(ContentItem item, ItemRecord? record, string files, CancellationToken cancellation)
    {
        var now = await territory.NowAsync(cancellation);
        var zone = await time.ZoneAsync(cancellation);
        var candidate = item with { Status = PublicationStatus.Published, PublishAt = null, UnpublishAt = null, Source = null };
        var path = FormatText.PathOf(candidate);
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (record?.LivePath is { } before)
            changes[before] = null;
        changes[path] = FormatText.WriteItem(candidate, zone);
        var loaded = FolderReader.Update(new CandidateFiles(now.Files, changes), now.Loaded, changes.Keys);
        var problems = loaded.Faults.Where(f => f.File == path).Select(f => $"{f.Message} {f.Cure}").ToList();
        if (loaded.Snapshot is not { } snapshot || snapshot.Sites.GetValueOrDefault(item.SiteKey)?.Items.FirstOrDefault(i => i.Id == item.Id) is not { } found)
            return new(null, problems);
        var html = await Task.Run(() => previewer.Render(snapshot, found, clock.GetCurrentInstant()), cancellation);
        return html is null ? new(null, problems) : new(Framed(Encoding.UTF8.GetString(html), files, SiteOf(snapshot.Sites[item.SiteKey].Site)), problems);
    }

    /// <summary>A file that such a page asks for; null when there is none.</summary>
    public async Task<PreviewFile?> FileAsync(string siteKey, string path, CancellationToken cancellation)
    {
        var now = await territory.NowAsync(cancellation);
        return now.Snapshot is { } snapshot ? previewer.File(snapshot, siteKey, path, clock.GetCurrentInstant()) : null;
    }

    /// <summary>The bytes of a media file of the public content.</summary>
    public async Task<Stream> OpenAsync(MediaItem media, CancellationToken cancellation) =>
        (await territory.NowAsync(cancellation)).Files.OpenRead(media);

    /// <summary>Files are found under the preview's own address; links lead to the real site, in a window of their own; nothing runs.</summary>
    /// <param name="site">Where the site is: <c>https://www.vany.fr</c>.</param>
    public static string Framed(string html, string files, string site)
    {
        var quiet = Unwanted().Replace(html, "");
        var prefixed = OwnFile().Replace(quiet, m => m.Groups["before"].Value + files + m.Groups["path"].Value);
        return Link().Replace(prefixed, m => $"<a {m.Groups["attributes"].Value}href=\"{site}{m.Groups["path"].Value}\" target=\"_blank\" rel=\"noopener\"");
    }

    /// <summary>A stylesheet's own references.</summary>
    public static string Styles(string css, string files) => css.Replace("url(/assets/", $"url({files}/assets/", StringComparison.Ordinal).Replace("url(\"/assets/", $"url(\"{files}/assets/", StringComparison.Ordinal);

    // On a laptop the sites are served beside the back office.
    private string SiteOf(Site site)
    {
        var own = new Uri(options.Value.Address);
        return own.IsLoopback ? $"{own.Scheme}://{site.Key}.localhost:{own.Port.ToString(CultureInfo.InvariantCulture)}" : $"https://{site.Domain}";
    }

    [GeneratedRegex("""<script\b[^>]*>[^<]*</script>|<link rel="(?:manifest|icon|apple-touch-icon|alternate|canonical|search)"[^>]*>""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Unwanted();

    [GeneratedRegex("""(?<before>(?:=|, )"?)(?<path>/(?:assets|medias)/)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnFile();

    [GeneratedRegex("<a (?<attributes>[^>]*?)href=\"(?<path>/[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
