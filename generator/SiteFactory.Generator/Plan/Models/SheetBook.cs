using System.Collections.Immutable;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Content.Model;
using SiteFactory.Content.Sheets;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.French;

namespace SiteFactory.Generator.Plan.Models;

/// <summary>
/// The service-public.fr sheets that a site shows: those chosen, those that its texts name, and those that a chosen dossier
/// lists; of them, what the territory keeps.
/// </summary>
internal sealed class SheetBook
{
    private const int MonthsUntilOld = 12;

    private readonly SiteScope _site;
    private readonly Fingerprint _pages;

    public SheetBook(SiteScope site)
    {
        _site = site;
        var kept = site.Territory.Snapshot.Sheets;
        var asked = SheetReferences.ChosenFor(site.Site, site.Territory.Snapshot.Territory).Concat(Bodies(site).SelectMany(SheetReferences.In)).ToList();
        var listed = asked.Select(kept.GetValueOrDefault).OfType<Sheet>().SelectMany(SheetReferences.NeededBy);
        Sheets = asked.Concat(listed).Distinct().Select(kept.GetValueOrDefault).OfType<Sheet>().ToImmutableSortedDictionary(s => s.Id, s => s, StringComparer.Ordinal);
        Pages = Sheets.ToImmutableSortedDictionary(s => s.Key, s => Addresses.Sheet(s.Value.Slug), StringComparer.Ordinal);
        _pages = Fingerprint.Of(string.Join('\n', Pages.Values));
    }

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, Sheet> Sheets { get; }

    /// <summary>Their addresses, by id.</summary>
    public ImmutableSortedDictionary<string, string> Pages { get; }

    /// <summary>A sheet ready to show; null when the site does not show it.</summary>
    public SheetModel? Find(string id) => Sheets.TryGetValue(id, out var sheet) ? Model(sheet) : null;

    private SheetModel Model(Sheet sheet)
    {
        var townHall = _site.IsMetropole || _site.Site.Contact is null ? null : _site.Contact;
        var isOld = sheet.VerifiedOn is { } verified && verified.PlusMonths(MonthsUntilOld) < _site.Today;
        var facts = _site.Territory.Facts(sheet);
        var hall = townHall is null || !facts.AsksTownHall ? default : ModelFingerprint.Of(townHall, ModelFingerprint.Json.ContactModel);
        return new(
            sheet,
            Pages[sheet.Id],
            Pages,
            townHall,
            sheet.VerifiedOn is { } day ? FrenchDates.Stamp(day) : null,
            isOld,
            Fingerprint.Combine(facts.Inputs, _pages, hall, Fingerprint.Of(isOld ? "old" : "")));
    }

    private static IEnumerable<string> Bodies(SiteScope site) =>
        Own(site).Select(i => i.Body).Concat(site.SharedPages.Select(p => p.Item.Body));

    private static IEnumerable<ContentItem> Own(SiteScope site) =>
        site.Pages.Cast<ContentItem>()
            .Concat(site.News.Where(n => n.IsOwn).Select(n => n.Item))
            .Concat(site.Events.Where(e => e.IsOwn).Select(e => e.Item))
            .Concat(site.Directory.Where(d => d.IsOwn).Select(d => d.Item))
            .Concat(site.Documents)
            .Concat(site.Alerts.Where(a => a.IsOwn).Select(a => a.Item));
}

/// <summary>What every site needs to know of a sheet, found once.</summary>
/// <param name="Inputs">Stands for all that it says.</param>
/// <param name="AsksTownHall">It sends its reader to the town hall: a site shows its own there.</param>
internal sealed record SheetFacts(Fingerprint Inputs, bool AsksTownHall)
{
    public static SheetFacts Of(Sheet sheet)
    {
        var text = SheetJson.Write(sheet);
        return new(Fingerprint.Of(text), text.Contains($"\"pivot\":\"{SheetOffice.TownHall}\"", StringComparison.Ordinal));
    }
}
