using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Checking;

/// <summary>What a change of the territory's settings would break in any site, told before it happens.</summary>
public sealed class SettingsCheck(TerritoryReading reading)
{
    private const string File = "territory.yaml";

    /// <summary>A public text that names the portal in one of its blocks; null: none does.</summary>
    public async Task<ContentItem?> NamingPortalAsync(string portal, CancellationToken cancellation) =>
        (await reading.NowAsync(cancellation)).Snapshot?.Sites.Values.SelectMany(s => s.Items)
            .FirstOrDefault(i => i.Body.Split('{', '}', ' ', '\n').Any(w => w.Trim('"').Replace("\"", "", StringComparison.Ordinal) == "portal=" + portal));

    /// <summary>The errors that are not there now.</summary>
    public async Task<ImmutableArray<Fault>> BeforeSavingAsync(Territory territory, CancellationToken cancellation)
    {
        var now = await reading.NowAsync(cancellation);
        var files = new CandidateFiles(now.Files, new Dictionary<string, string?>(StringComparer.Ordinal) { [File] = FormatText.WriteTerritory(territory) });
        var known = now.Loaded.Faults.Select(f => (f.Code, f.Site, f.File, f.Message)).ToHashSet();
        return [.. FolderReader.Update(files, now.Loaded, [File]).Faults.Where(f => f.Severity == FaultSeverity.Error && !known.Contains((f.Code, f.Site, f.File, f.Message)))];
    }
}
