using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Faults;

namespace SiteFactory.Cms.Features.Health;

/// <summary>Says whose fault each one is, and where it is mended.</summary>
public sealed class HealthFaults(ItemStore items)
{
    /// <summary>The faults as lines of the page; the gravest first.</summary>
    public async Task<IReadOnlyList<HealthLine>> LinesAsync(string siteKey, IEnumerable<Fault> faults, CancellationToken cancellation)
    {
        var all = faults.Distinct().ToList();
        var files = all.Select(f => f.File).Distinct(StringComparer.Ordinal).ToList();
        var found = await items.Items.AsNoTracking().Where(i => i.LivePath != null && files.Contains(i.LivePath)).ToListAsync(cancellation);
        var byPath = found.ToDictionary(i => i.LivePath!, StringComparer.Ordinal);
        return [.. all.OrderByDescending(f => f.Severity).Select(f => Line(siteKey, f, byPath.GetValueOrDefault(f.File)))];
    }

    private static HealthLine Line(string siteKey, Fault fault, ItemRecord? item)
    {
        var level = fault.Severity == FaultSeverity.Error ? HealthLevel.Broken : HealthLevel.Mend;
        var (where, address) = item is null ? Place(siteKey, fault) : (item.Title, Field(item, fault));
        return new(level, where, fault.Message, fault.Cure, address);
    }

    private static string Field(ItemRecord item, Fault fault) =>
        ItemAddresses.Edit(item) + (FaultFields.Of(fault) is { Length: > 0 } field ? "#" + field.Replace('.', '_') : "");

    private static (string Where, string? Address) Place(string siteKey, Fault fault)
    {
        var texts = HealthTexts.T;
        if (fault.File == $"{siteKey}/site.yaml" && fault.Key?.StartsWith("eServices", StringComparison.Ordinal) == true)
            return (EServices.EServiceTexts.T["HealthWhere"], $"/s/{siteKey}/demarches");
        if (fault.File == $"{siteKey}/site.yaml")
            return fault.Key?.StartsWith("navigation", StringComparison.Ordinal) == true ? (texts["PlaceMenus"], $"/s/{siteKey}/menus") : (texts["PlaceSettings"], $"/s/{siteKey}/reglages");
        if (fault.File.StartsWith($"{siteKey}/media/", StringComparison.Ordinal))
            return (texts["PlaceMedia"], $"/s/{siteKey}/phototheque");
        if (fault.File == $"{siteKey}/overlays.yaml")
            return (texts["PlaceShared"], $"/s/{siteKey}/partage");
        return fault.File.StartsWith('/') ? (texts.Format("PlacePage", fault.File.Replace("index.html", "", StringComparison.Ordinal)), null) : (texts["PlaceTerritory"], null);
    }
}
