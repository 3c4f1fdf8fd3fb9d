using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Reading;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Assembly;

/// <summary>A site put together from its files, with what others need to know of it.</summary>
/// <param name="Left">Files whose items another site's already stand for (same id).</param>
/// <param name="Content">Null when <c>site.yaml</c> could not be read.</param>
/// <param name="DirectoryKeys">Keys of the directory, broken entries included: a fault is told once.</param>
internal sealed record AssembledSite(
    SiteFiles Files,
    ImmutableHashSet<ParsedFile> Left,
    SiteContent? Content,
    ImmutableArray<Fault> Faults,
    IReadOnlyDictionary<string, MediaItem> Media,
    IReadOnlySet<string> DirectoryKeys,
    IReadOnlySet<string> Addresses);
