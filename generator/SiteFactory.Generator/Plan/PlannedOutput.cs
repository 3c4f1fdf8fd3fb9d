using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Search;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Plan;

/// <summary>
/// One file of a site: where it goes and a fingerprint of all that it is made from. Equal fingerprint, equal bytes.
/// </summary>
/// <param name="Path">From the site's root, with forward slashes and no leading one: <c>actualites/index.html</c>.</param>
public abstract record PlannedOutput(string Path, Fingerprint Inputs);

/// <summary>An HTML page.</summary>
/// <param name="SharedMain">The main part is the same on other sites: worth keeping once rendered.</param>
public sealed record PageOutput(string Path, Fingerprint Inputs, PageModel Page, Fingerprint MainInputs, bool SharedMain, PageSource? Source)
    : PlannedOutput(Path, Inputs);

/// <summary>The file an author would mend when the page has a fault.</summary>
/// <param name="OwnerKey">The site that owns the text.</param>
public sealed record PageSource(string OwnerKey, string File, int BodyLine, string Body);

/// <summary>A file whose bytes are computed when they are needed: a feed, a calendar, a manifest.</summary>
public sealed record DataOutput(string Path, Fingerprint Inputs, Func<ReadOnlyMemory<byte>> Bytes) : PlannedOutput(Path, Inputs)
{
    /// <summary>A small file, made now: its fingerprint is that of its bytes.</summary>
    public static DataOutput Of(string path, ReadOnlyMemory<byte> bytes) => new(path, Fingerprint.Of(bytes.Span), () => bytes);
}

/// <summary>A media file published as it is.</summary>
public sealed record MediaOutput(string Path, Fingerprint Inputs, MediaItem Media) : PlannedOutput(Path, Inputs);

/// <summary>One of the files that a picture is published as.</summary>
public sealed record PictureOutput(PictureVariant Variant, MediaItem Media) : PlannedOutput(Variant.Path, Variant.Inputs);

/// <summary>A symbolic link to what is released for all sites together.</summary>
/// <param name="Target">From the folder that the link lies in.</param>
public sealed record LinkOutput(string Path, string Target) : PlannedOutput(Path, Fingerprint.Of(Target));

/// <summary>A folder of files whose names follow from their bytes: a search index. Planned and kept as a whole.</summary>
/// <param name="Path">The folder, with a final slash: <c>recherche/index/</c>; empty: the tree itself.</param>
public sealed record BundleOutput(string Path, Fingerprint Inputs, Func<IReadOnlyList<SearchFile>> Files) : PlannedOutput(Path, Inputs);
