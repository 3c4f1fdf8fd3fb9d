using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Everyday;
using SiteFactory.Generator.Render.Feeds;

namespace SiteFactory.Generator.Plan.Feeds;

/// <summary>The files of everyday services: a calendar a collection sector, works as map data.</summary>
internal sealed class EverydayFeeds(SiteScope site)
{
    /// <summary>A calendar holds this year and the next, so that it changes with the year and not with the day.</summary>
    private const int Years = 2;

    public IEnumerable<PlannedOutput> Plan()
    {
        if (site.Waste is { } waste)
        {
            foreach (var sector in waste.Sectors)
                yield return DataOutput.Of(Addresses.CollectionCalendar(sector.Key)[1..], Calendar(waste, sector));
        }
        if (WorksModels.Model(site) is not null)
            yield return DataOutput.Of(Addresses.Works[1..], WorksMap.GeoJson([.. WorksModels.Shown(site).Select(Entry)]));
    }

    private byte[] Calendar(WasteModels waste, WasteSector sector)
    {
        var first = new LocalDate(site.Today.Year, 1, 1);
        var info = new CalendarInfo(EverydayTexts.Format("CalendarName", site.Site.Name, sector.Name), null, site.Site.BaseUrl + "/");
        var days = waste.Between(sector, first, first.PlusYears(Years).PlusDays(-1));
        return WasteCalendar.Of(info, [.. days.Select(d => new WasteEvent(
            WasteCalendar.Uid(sector.Key, d.Waste.ToString().ToLowerInvariant(), d.Date, site.Site.Domain),
            d.Date,
            EverydayTexts.Format("CalendarEvent", WasteModels.Label(d.Waste).ToLowerInvariant()),
            EverydayTexts.Format("CalendarAlarm", WasteModels.Label(d.Waste).ToLowerInvariant())))]);
    }

    private static WorksEntry Entry(ShownWorks shown) =>
        new(shown.Works, shown.Works.Kind.ToString().ToLowerInvariant(), WorksModels.Label(shown.Works), WorksModels.Period(shown.Works));
}
