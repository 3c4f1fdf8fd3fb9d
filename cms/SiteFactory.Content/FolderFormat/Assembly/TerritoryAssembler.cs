using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.FolderFormat.Reading;
using SiteFactory.Content.Model;
using SiteFactory.Content.Sheets;

namespace SiteFactory.Content.FolderFormat.Assembly;

/// <summary>Puts the sites together into a snapshot and gathers every fault.</summary>
internal sealed class TerritoryAssembler(FolderState state, LoadResult? previous)
{
    private readonly List<Fault> faults = [];

    public LoadResult Assemble()
    {
        if (state.TerritoryFile is null)
            faults.Add(FaultTexts.Fault(FaultSeverity.Error, FaultCodes.MissingTerritoryFile, null, "territory.yaml", null, null));
        var ids = new Dictionary<Guid, ParsedFile>();
        var left = FindDuplicateIds(ids);
        var sites = new SortedDictionary<string, AssembledSite>(StringComparer.Ordinal);
        foreach (var (key, files) in state.Sites)
            sites.Add(key, SiteAssembler.Assemble(files, left.GetValueOrDefault(key, []), previous?.State?.Assembled.GetValueOrDefault(key)));
        CheckMetropole();
        CheckDomains();
        foreach (var file in state.TopFiles.Values)
            faults.AddRange(file.Faults);
        foreach (var site in sites.Values)
        {
            faults.AddRange(site.Faults);
            foreach (var file in site.Files.Files)
                faults.AddRange(file.Faults);
        }
        new CrossCheck(state, sites, ids, faults).Run();
        return new(Snapshot(sites), Ordered()) { State = state with { Assembled = sites } };
    }

    private TerritorySnapshot? Snapshot(SortedDictionary<string, AssembledSite> sites)
    {
        if (state.Territory is not { } territory)
            return null;
        var contents = sites.Where(s => s.Value.Content is not null)
            .Select(s => KeyValuePair.Create(s.Key, s.Value.Content!)).ToList();
        var sheets = Sheets();
        if (previous?.Snapshot is not { } before)
            return new(territory, contents.ToImmutableSortedDictionary(StringComparer.Ordinal)) { Sheets = sheets };
        var merged = before.Sites.RemoveRange(before.Sites.Keys.Where(k => !sites.ContainsKey(k) || sites[k].Content is null)).ToBuilder();
        foreach (var (key, content) in contents)
        {
            if (!merged.TryGetValue(key, out var old) || !ReferenceEquals(old, content))
                merged[key] = content;
        }
        var now = merged.ToImmutable();
        return ReferenceEquals(now, before.Sites) && ReferenceEquals(territory, before.Territory) && ReferenceEquals(sheets, before.Sheets)
            ? before
            : new(territory, now) { Sheets = sheets };
    }

    /// <summary>The sheets that were read; the very dictionary from before when none of them changed.</summary>
    private ImmutableSortedDictionary<string, Sheet> Sheets()
    {
        var now = state.TopFiles.Values.Select(f => f.Value).OfType<Sheet>().ToImmutableSortedDictionary(s => s.Id, s => s, StringComparer.Ordinal);
        return previous?.Snapshot is { } before && before.Sheets.Count == now.Count
            && now.All(s => ReferenceEquals(before.Sheets.GetValueOrDefault(s.Key), s.Value)) ? before.Sheets : now;
    }

    private ImmutableArray<Fault> Ordered() =>
    [
        .. faults.OrderBy(f => f.Site is not null).ThenBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line ?? 0)
            .ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Key, StringComparer.Ordinal),
    ];

    /// <summary>The first to have an id keeps it, the métropole before all communes, so that nobody takes another's place.</summary>
    private Dictionary<string, ImmutableHashSet<ParsedFile>> FindDuplicateIds(Dictionary<Guid, ParsedFile> ids)
    {
        var left = new Dictionary<string, ImmutableHashSet<ParsedFile>>(StringComparer.Ordinal);
        foreach (var site in state.Sites.Values.OrderBy(s => s.Site?.Kind != SiteKind.Metropole).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            foreach (var file in site.Files)
            {
                if (file.Item is not { } item || ids.TryAdd(item.Id, file))
                    continue;
                left[site.Key] = left.GetValueOrDefault(site.Key, []).Add(file);
                faults.Add(SameName(file, ids[item.Id]) ?? FaultTexts.Fault(FaultSeverity.Error, FaultCodes.DuplicateId, site.Key, file.Path.Path, null, "id", item.Id, ids[item.Id].Path.Path));
            }
        }
        return left;
    }

    // Two spellings of one name, as two systems write an accent, give one id without anybody having copied it.
    private static Fault? SameName(ParsedFile file, ParsedFile first) =>
        file.Path.Site == first.Path.Site && ContentPath.Composed(file.Path.Path) == ContentPath.Composed(first.Path.Path)
            ? FaultTexts.Fault(FaultSeverity.Error, FaultCodes.DuplicateAddress, file.Path.Site, file.Path.Path, null, null, SiteAddresses.Of(file.Item!), first.Path.Path)
            : null;

    private void CheckMetropole()
    {
        var metropoles = state.Sites.Values.Where(s => s.Site?.Kind == SiteKind.Metropole).ToList();
        foreach (var second in metropoles.Skip(1))
            faults.Add(FaultTexts.Fault(FaultSeverity.Error, FaultCodes.SecondMetropole, second.Key, $"{second.Key}/site.yaml", null, "kind", metropoles[0].Key));
    }

    private void CheckDomains()
    {
        foreach (var same in state.Sites.Values.Where(s => s.Site is not null).GroupBy(s => Bare(s.Site!.Domain), StringComparer.Ordinal))
        {
            foreach (var later in same.Skip(1))
                faults.Add(FaultTexts.Fault(FaultSeverity.Error, FaultCodes.DuplicateDomain, later.Key, $"{later.Key}/site.yaml", null, "domain", later.Site!.Domain, same.First().Key));
        }
    }

    // A site answers with and without www: another one cannot have the other name.
    private static string Bare(string domain) => domain.StartsWith("www.", StringComparison.Ordinal) ? domain[4..] : domain;
}
