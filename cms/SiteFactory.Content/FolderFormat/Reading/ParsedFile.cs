using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>What one file gave when it was read; kept until the file changes.</summary>
/// <param name="Value">An item, a site, overlays, media…; null when the file could not be read.</param>
internal sealed record ParsedFile(
    ContentPath Path,
    FileIdentity Identity,
    object? Value,
    ImmutableArray<Fault> Faults,
    ImmutableArray<Reference> References)
{
    public ContentItem? Item => Value as ContentItem;
}
