using System.Collections.Immutable;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Theming.Bodies;
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

    /// <summary>The pages of items by their entries, for the next plan.</summary>
    public Dictionary<object, PlannedPage> Items { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The breadcrumb of a page right under the home page.</summary>
    public static ImmutableArray<Link> Under(params ReadOnlySpan<Link> parents) => [.. HomeCrumb, .. parents];

    /// <summary>Adds the page that the plan before made of the same: of this very entry, text and place. False when there is none.</summary>
    public bool AddAgain(object entry, PictureModel? picture, BodyContent body, DirectoryCard? place = null)
    {
        if (site.Remembered.Page(entry) is not { } known || !ReferenceEquals(known.Body, body) || !ReferenceEquals(known.Place, place))
            return false;
        if (picture is not null)
            site.Media.Sharing(picture);
        var output = known.Output;
        var section = PageTree.Section(output.Page.Head.Path, shell.Navigation);
        if (known.Shell != shellInputs || section != output.Page.Section)
            output = output with { Inputs = Whole(section, known.Head, output.MainInputs), Page = output.Page with { Section = section } };
        Pages.Add(output);
        Items[entry] = known with { Output = output, Shell = shellInputs };
        return true;
    }

    /// <summary>Keeps the page of an entry for the next plan.</summary>
    public void Remember(object entry, AddedPage page, BodyContent body, DirectoryCard? place = null) =>
        Items[entry] = new(page.Output, shellInputs, page.Head, body, place);

    /// <summary>Adds a page.</summary>
    /// <param name="canonical">Null: its own address.</param>
    /// <param name="manifest">Null: the site's.</param>
    public AddedPage Add(
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
        var headInputs = ModelFingerprint.Of(head, ModelFingerprint.Json.PageHead);
        var output = new PageOutput(Addresses.File(path), Whole(section, headInputs, mainInputs), new(head, main, section), mainInputs, sharedMain, source);
        Pages.Add(output);
        return new(output, headInputs);
    }

    private Fingerprint Whole(string? section, Fingerprint head, Fingerprint main) => Fingerprint.Combine(shellInputs, SectionInputs(section), head, main);

    private Fingerprint SectionInputs(string? section)
    {
        var key = section ?? "";
        return _sections.TryGetValue(key, out var inputs) ? inputs : _sections[key] = Fingerprint.Of(key);
    }
}

/// <summary>A page that was added, and the fingerprint of its head.</summary>
internal readonly record struct AddedPage(PageOutput Output, Fingerprint Head);
