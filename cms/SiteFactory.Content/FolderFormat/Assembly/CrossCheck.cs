using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.FolderFormat.Reading;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Assembly;

/// <summary>
/// Checks that what files name exists. What a site names of its own is its own error; what it names of another site
/// is only a warning, so that no site can break another by removing something.
/// </summary>
internal sealed class CrossCheck(
    FolderState state, IReadOnlyDictionary<string, AssembledSite> sites, IReadOnlyDictionary<Guid, ParsedFile> ids, List<Fault> faults)
{
    private readonly HashSet<string> topics = Keys(state.Territory?.Topics.Select(t => t.Key));
    private readonly HashSet<string> zones = Keys(state.Territory?.Zones.Select(z => z.Key));
    private readonly HashSet<string> portals = Keys(state.Territory?.Portals.Select(p => p.Key));
    private HashSet<string>? mounts;

    public void Run()
    {
        foreach (var file in state.TopFiles.Values)
            Check(file, null);
        foreach (var site in sites.Values)
        {
            foreach (var file in site.Files.Files)
                Check(file, site);
            CheckBrand(site);
        }
    }

    private void Check(ParsedFile file, AssembledSite? site)
    {
        foreach (var reference in file.References)
            Check(new(file, site, reference));
    }

    private void Check(in Place at)
    {
        switch (at.Reference.Kind)
        {
            case ReferenceKind.Topic:
                Territorial(at, topics, FaultCodes.UnknownTopic);
                break;
            case ReferenceKind.Zone:
                Territorial(at, zones, FaultCodes.UnknownZone);
                break;
            case ReferenceKind.Portal:
                Territorial(at, portals, FaultCodes.UnknownPortal);
                break;
            case ReferenceKind.Site:
                if (!sites.ContainsKey(at.Reference.Value))
                    Error(at, FaultCodes.UnknownSite, Suggestion.Sentence(at.Reference.Value, sites.Keys));
                break;
            case ReferenceKind.Place:
                DirectoryEntry(at);
                break;
            case ReferenceKind.Page:
                Page(at);
                break;
            case ReferenceKind.Item:
                if (!ids.ContainsKey(Guid.Parse(at.Reference.Value)))
                    Warning(at, FaultCodes.UnknownItem);
                break;
            case ReferenceKind.Media:
                Media(at);
                break;
            case ReferenceKind.PictureWithoutWords:
                if (FindMedia(at, out _, out _) is { Alt: null, Decorative: false })
                    Warning(at, FaultCodes.MissingImageAlt);
                break;
            case ReferenceKind.Sheet:
                if (!state.TopFiles.ContainsKey($"{ContentPath.SheetFolder}/{at.Reference.Value}.json"))
                    Warning(at, FaultCodes.MissingSheet);
                break;
            case ReferenceKind.Redirect:
                break;
        }
    }

    private void Territorial(in Place at, HashSet<string> known, string code)
    {
        if (state.Territory is not null && !known.Contains(at.Reference.Value))
            Error(at, code, Suggestion.Sentence(at.Reference.Value, known));
    }

    private void DirectoryEntry(in Place at)
    {
        var (owner, key) = Owner(at, at.Reference.Value.Split('/', 2));
        if (owner?.DirectoryKeys.Contains(key) == true)
            return;
        var suggestion = owner is null ? "" : Suggestion.Sentence(key, owner.DirectoryKeys);
        Add(at, FaultCodes.UnknownPlace, ReferenceEquals(owner, at.Site) ? FaultSeverity.Error : FaultSeverity.Warning, suggestion);
    }

    private (AssembledSite? Site, string Key) Owner(in Place at, string[] parts) =>
        parts.Length == 1 ? (at.Site, parts[0]) : (sites.GetValueOrDefault(parts[0]), parts[1]);

    private void Page(in Place at)
    {
        var address = at.Reference.Value;
        var hash = address.AsSpan().IndexOfAny('#', '?');
        address = (hash < 0 ? address : address[..hash]).TrimEnd('/') + "/";
        mounts ??= [.. sites.Values.SelectMany(s => s.Content?.Pages ?? []).Where(p => p.Audience is { IsNone: false }).Select(p => p.MountedPath)];
        if (address == "/" || at.Site!.Addresses.Contains(address) || SiteAddresses.System.Contains(address) || mounts.Contains(address))
            return;
        Error(at, FaultCodes.UnknownPage, Suggestion.Sentence(address, at.Site.Addresses));
    }

    private void Media(in Place at)
    {
        var media = FindMedia(at, out var owner, out var path);
        var isOwn = at.Site is null || ReferenceEquals(owner, at.Site);
        if (media is null)
            Add(at, FaultCodes.MissingMedia, isOwn ? FaultSeverity.Error : FaultSeverity.Warning, owner is null ? "" : Suggestion.Sentence(path, owner.Media.Keys));
        else if (!isOwn && !media.Shared)
            Warning(at, FaultCodes.UnsharedMedia, owner!.Files.Key);
    }

    private MediaItem? FindMedia(in Place at, out AssembledSite? owner, out string path)
    {
        path = at.Reference.Value;
        owner = at.Site;
        if (!path.StartsWith("media/", StringComparison.Ordinal))
        {
            var slash = path.IndexOf('/', StringComparison.Ordinal);
            owner = sites.GetValueOrDefault(path[..slash]);
            path = path[(slash + 1)..];
        }
        return owner?.Media.GetValueOrDefault(path);
    }

    /// <summary>A locked colour that a commune sets all the same. Its logo is its own emblem, beside the territory's.</summary>
    private void CheckBrand(AssembledSite site)
    {
        if (state.Territory is not { } territory || site.Files.Site is not { Kind: SiteKind.Commune, Brand: var brand })
            return;
        foreach (var locked in territory.Brand.Locked)
        {
            var (own, common) = locked switch
            {
                "primary" => (brand.Primary, territory.Brand.Primary),
                "accent" => (brand.Accent, territory.Brand.Accent),
                _ => (null, null),
            };
            if (own is not null && own != common)
                faults.Add(FaultTexts.Fault(FaultSeverity.Warning, FaultCodes.LockedBrand, site.Files.Key, $"{site.Files.Key}/site.yaml", null, $"brand.{locked}", territory.Name));
        }
    }

    private void Error(in Place at, string code, params ReadOnlySpan<object?> args) => Add(at, code, FaultSeverity.Error, args);

    private void Warning(in Place at, string code, params ReadOnlySpan<object?> args) => Add(at, code, FaultSeverity.Warning, args);

    private void Add(in Place at, string code, FaultSeverity severity, params ReadOnlySpan<object?> args) =>
        faults.Add(FaultTexts.Fault(severity, code, at.File.Path.Site, at.File.Path.Path, at.Reference.Line, at.Reference.Key, [at.Reference.Value, .. args]));

    private static HashSet<string> Keys(IEnumerable<string>? keys) => keys is null ? [] : keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>A reference where it stands.</summary>
    private readonly record struct Place(ParsedFile File, AssembledSite? Site, Reference Reference);
}
