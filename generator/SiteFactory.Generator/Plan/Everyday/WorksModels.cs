using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.Everyday;
using SiteFactory.Theming.French;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan.Everyday;

/// <summary>Works that a site tells: its own and those of the métropole that name it. What is over is gone.</summary>
internal static class WorksModels
{
    /// <summary>Works that are shown, what is going on first.</summary>
    public static ImmutableArray<ShownWorks> Shown(SiteScope site)
    {
        var own = (site.Everyday.Works?.Items ?? []).Select(w => (Works: w, By: (string?)null));
        var shared = (site.MetropoleEveryday?.Works?.Items ?? []).Where(w => w.Sites.Contains(site.Site.Key)).Select(w => (Works: w, By: site.Territory.Snapshot.Metropole?.Site.Name));
        var keys = new UniqueKeys();
        return
        [
            .. own.Concat(shared)
                .Where(w => w.Works.Until is not { } until || until >= site.Today)
                .OrderBy(w => w.Works.From > site.Today).ThenBy(w => w.Works.From).ThenBy(w => w.Works.Title, FrenchOrder.Comparer)
                .Select(w => new ShownWorks("travaux-" + keys.Of(w.Works.Title), w.Works, w.By)),
        ];
    }

    public static WorksModel? Model(SiteScope site)
    {
        if (site.Everyday.Works is null && Shown(site).IsEmpty)
            return null;
        return new([.. Shown(site).Select(w => Line(w, site.Today))], Addresses.Works);
    }

    private static WorksLine Line(ShownWorks shown, LocalDate today)
    {
        var works = shown.Works;
        return new(
            shown.Key, works.Title, works.Kind.ToString().ToLowerInvariant(), EverydayTexts.Get("Works" + works.Kind), Period(works), works.From <= today,
            works.Place, works.Hours, works.Detour, works.Text, Middle(works) is { } geo ? new GeoModel(geo.Latitude, geo.Longitude) : null, shown.By);
    }

    public static string Label(RoadWorks works) => EverydayTexts.Get("Works" + works.Kind);

    public static string Period(RoadWorks works) => works.Until is not { } until ? EverydayTexts.Format("PeriodOpen", FrenchDates.Full(works.From))
        : until == works.From ? EverydayTexts.Format("PeriodOneDay", FrenchDates.Full(until))
        : EverydayTexts.Format("PeriodBoth", works.From.Year == until.Year ? $"{FrenchDates.Weekday(works.From)} {FrenchDates.DayMonth(works.From)}" : FrenchDates.Full(works.From), FrenchDates.Full(until));

    /// <summary>The point on the map: the one given, or the middle of the stretch.</summary>
    private static GeoPoint? Middle(RoadWorks works) => works.Geo ?? (works.Line.IsEmpty ? null : works.Line[works.Line.Length / 2]);
}

/// <summary>Works on a site that shows them.</summary>
/// <param name="By">The métropole's name, when it is hers.</param>
internal sealed record ShownWorks(string Key, RoadWorks Works, string? By);
