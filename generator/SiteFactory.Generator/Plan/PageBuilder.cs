using System.Collections.Immutable;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan;

/// <summary>Collects a site's pages with their fingerprints.</summary>
internal sealed class PageBuilder(SiteScope site, SiteShell shell, Fingerprint shellInputs)
{
    private static readonly ImmutableArray<Link> HomeCrumb = [new(GeneratorTexts.Get("Home"), Addresses.Home)];

    private readonly Dictionary<string, Fingerprint> _sections = [];

    public List<PageOutput> Pages { get; } = [];

    /// <summary>The breadcrumb of a page right under the home page.</summary>
    public static ImmutableArray<Link> Under(params ReadOnlySpan<Link> parents) => [.. HomeCrumb, .. parents];

    /// <summary>Adds a page.</summary>
    /// <param name="canonical">Null: its own address.</param>
    /// <param name="manifest">Null: the site's.</param>
    public void Add(
        string path,
        PageMain main,
        string? description = null,
        string? canonical = null,
        PictureModel? picture = null,
        bool article = false,
        bool noIndex = false,
        bool sharedMain = false,
        PageSource? source = null,
        string? manifest = null,
        params ReadOnlySpan<string> jsonLd)
    {
        var sharing = picture is null ? null : site.Media.Sharing(picture);
        var head = new PageHead(
            path,
            main.Title,
            description,
            canonical ?? (noIndex && path == Addresses.NotFound ? null : site.Absolute(path)),
            article ? "article" : "website",
            sharing is null ? null : site.Absolute(sharing),
            sharing is null ? null : picture?.Alt,
            [.. jsonLd],
            manifest ?? Addresses.Manifest,
            noIndex);
        var section = PageTree.Section(path, shell.Navigation);
        var mainInputs = ModelFingerprint.Of(main);
        var inputs = Fingerprint.Combine(shellInputs, SectionInputs(section), ModelFingerprint.Of(head, ModelFingerprint.Json.PageHead), mainInputs);
        Pages.Add(new(Addresses.File(path), inputs, new(head, main, section), mainInputs, sharedMain, source));
    }

    private Fingerprint SectionInputs(string? section)
    {
        var key = section ?? "";
        return _sections.TryGetValue(key, out var inputs) ? inputs : _sections[key] = Fingerprint.Of(key);
    }
}
