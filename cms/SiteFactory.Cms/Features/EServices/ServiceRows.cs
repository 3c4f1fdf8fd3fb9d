using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>One service in the form.</summary>
public sealed class ServiceRow
{
    public string Key { get; set; } = "";

    /// <summary>The site shows it.</summary>
    public bool Shown { get; set; }

    /// <summary>It is put forward on the home page.</summary>
    public bool Featured { get; set; }
}

/// <summary>The list of services as lines of a form, both ways.</summary>
public static class ServiceRows
{
    /// <summary>As many services as the home page puts forward at most.</summary>
    public const int MostFeatured = 8;

    /// <summary>The lines: what the site shows first, in its order; then what it could show, and what it names though nobody offers it.</summary>
    public static List<ServiceRow> Of(ServicePicture picture)
    {
        var settings = picture.Site.EServices;
        var featured = settings.Featured.ToHashSet(StringComparer.Ordinal);
        if (settings.Featured.IsEmpty)
            featured = [.. picture.Shown.Featured.Select(s => s.Key)];
        var shown = (settings.Chosen ?? [.. picture.Offered.Select(s => s.Key)]).Distinct(StringComparer.Ordinal).ToList();
        var order = shown.Concat(picture.Offered.Select(s => s.Key)).Distinct(StringComparer.Ordinal);
        return [.. order.Select(key => new ServiceRow { Key = key, Shown = shown.Contains(key), Featured = featured.Contains(key) })];
    }

    /// <summary>Moves a line up or down among those around it.</summary>
    public static void Move(List<ServiceRow> rows, string key, bool up)
    {
        var at = rows.FindIndex(r => r.Key == key);
        var to = at + (up ? -1 : 1);
        if (at >= 0 && to >= 0 && to < rows.Count)
            (rows[at], rows[to]) = (rows[to], rows[at]);
    }

    /// <summary>
    /// The settings that the lines say. What is put forward keeps the order of the list; a list that says what the territory says
    /// anyway is left to the territory.
    /// </summary>
    /// <param name="all">New services appear by themselves, in the order of the catalogues.</param>
    public static EServiceSettings Apply(EServiceSettings before, IReadOnlyList<ServiceRow> rows, bool all, IReadOnlyList<RoutedService> offered, ImmutableArray<string> territorial)
    {
        var known = offered.Select(s => s.Key).Concat(before.Chosen ?? []).ToHashSet(StringComparer.Ordinal);
        var lines = rows.Where(r => known.Contains(r.Key)).DistinctBy(r => r.Key, StringComparer.Ordinal).ToList();
        ImmutableArray<string> featured = [.. lines.Where(r => r.Featured && (all || r.Shown)).Select(r => r.Key)];
        var isTerritorial = before.Featured.IsEmpty && featured.ToHashSet(StringComparer.Ordinal).SetEquals(territorial);
        return before with
        {
            Chosen = all ? null : [.. lines.Where(r => r.Shown).Select(r => r.Key)],
            Featured = isTerritorial ? [] : Ordered(featured, before.Featured, all),
        };
    }

    // Where the list has no order of its own, what was put forward keeps its own.
    private static ImmutableArray<string> Ordered(ImmutableArray<string> featured, ImmutableArray<string> before, bool all) =>
        all ? [.. before.Where(featured.Contains), .. featured.Where(k => !before.Contains(k))] : featured;
}
