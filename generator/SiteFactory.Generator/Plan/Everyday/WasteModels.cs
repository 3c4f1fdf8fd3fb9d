using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Everyday;
using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.Everyday;
using SiteFactory.Theming.French;

namespace SiteFactory.Generator.Plan.Everyday;

/// <summary>The collections that a site shows: its own, or what the métropole says of it.</summary>
internal sealed class WasteModels
{
    private const int DaysAhead = 60;
    private const int NextDays = 6;
    private const int LongestWait = 370;

    private readonly SiteScope _site;
    private readonly CollectionCalendar _calendar;

    private WasteModels(SiteScope site, WasteCollections collections, ImmutableArray<WasteSector> sectors)
    {
        _site = site;
        Collections = collections;
        Sectors = sectors;
        _calendar = new(collections, PublicHolidays.RegionOf(site.Site.Insee ?? site.Territory.Insee));
    }

    public WasteCollections Collections { get; }

    public ImmutableArray<WasteSector> Sectors { get; }

    /// <summary>Null when nobody says anything of the site's collections.</summary>
    public static WasteModels? Of(SiteScope site)
    {
        if (site.Everyday.Collections is { Sectors.IsEmpty: false } own)
            return new(site, own, own.Sectors);
        if (site.MetropoleEveryday?.Collections is not { } shared)
            return null;
        ImmutableArray<WasteSector> ours = [.. shared.Sectors.Where(s => s.Sites.Contains(site.Site.Key))];
        return ours.IsEmpty ? null : new(site, shared, ours);
    }

    /// <summary>A sector's collections between two days.</summary>
    public ImmutableArray<CollectionDay> Between(WasteSector sector, LocalDate first, LocalDate last) => _calendar.Between(sector, first, last);

    public WasteModel Model() => new(
        Collections.Note,
        [.. Sectors.SelectMany(s => s.Streets.Select(street => new WasteStreet(street, s.Key, s.Name))).OrderBy(s => s.Name, FrenchOrder.Comparer)],
        [.. Sectors.Select(Sector)]);

    public static string Label(WasteKind waste) => EverydayTexts.Get("Waste" + waste);

    private WasteSectorModel Sector(WasteSector sector) => new(
        sector.Key,
        sector.Name,
        sector.Note,
        Addresses.CollectionCalendar(sector.Key),
        [.. sector.Rounds.GroupBy(r => r.Waste).SelectMany(g => g.Select(r => Rule(sector, r, g.Count() == 1)))],
        [.. Between(sector, _site.Today, _site.Today.PlusDays(DaysAhead)).GroupBy(d => d.Date).Take(NextDays).Select(Day)]);

    private WasteRule Rule(WasteSector sector, WasteRound round, bool isOnly)
    {
        var alone = isOnly ? sector : sector with { Rounds = [round] };
        var next = Between(alone, _site.Today, _site.Today.PlusDays(LongestWait)).Where(d => d.Waste == round.Waste).Select(d => (LocalDate?)d.Date).FirstOrDefault();
        return new(Key(round.Waste), Label(round.Waste), RoundSentence.Of(round), next is { } day ? DayText(day) : null, round.Note);
    }

    private WasteDay Day(IGrouping<LocalDate, CollectionDay> day) => new(
        FrenchDates.Stamp(day.Key),
        FrenchText.Capitalize(DayText(day.Key)),
        [.. day.Select(d => new WasteMark(Key(d.Waste), Label(d.Waste)))],
        day.Select(Moved).FirstOrDefault(m => m is not null));

    private string? Moved(CollectionDay day)
    {
        if (day.Instead is not { } ordinary)
            return null;
        var text = DayText(ordinary);
        return day.Note is { } note ? EverydayTexts.Format("MovedNote", text, note)
            : EverydayTexts.Format(Collections.Holidays == HolidayShift.Usual ? "MovedPlain" : "MovedHoliday", text);
    }

    /// <summary>"mardi 24 novembre"; the year only when it is another one.</summary>
    private string DayText(LocalDate day) =>
        day.Year == _site.Today.Year ? $"{FrenchDates.Weekday(day)} {FrenchDates.DayMonth(day)}" : FrenchDates.Full(day);

    private static string Key(WasteKind waste) => waste.ToString().ToLowerInvariant();
}
