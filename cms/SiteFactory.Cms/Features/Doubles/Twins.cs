using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;

namespace SiteFactory.Cms.Features.Doubles;

/// <summary>Says whether items tell the same as a given one: near title, same day, and no other place. Pure.</summary>
internal sealed class Twins(ContentItem item, TerritorySnapshot? snapshot, DateTimeZone zone)
{
    private const double Near = 0.6;
    private const double Somewhat = 0.3;
    private static readonly Period NewsApart = Period.FromDays(7);

    private enum Places
    {
        Unknown,
        Same,
        Different,
    }

    public bool Has(ContentItem other) => (item, other) switch
    {
        (NewsItem a, NewsItem b) => Likeness.Of(a.Title, b.Title) >= Near && a.Date.Date - NewsApart <= b.Date.Date && b.Date.Date <= a.Date.Date + NewsApart,
        (EventItem a, EventItem b) => Likeness.Of(a.Title, b.Title) is >= Somewhat and var likeness && IsLikely(likeness, Compared(a, b)) && TakesPlaceOn(b, a.Start.Date),
        _ => false,
    };

    private static bool IsLikely(double likeness, Places places) => places switch
    {
        Places.Same => likeness >= Somewhat,
        Places.Unknown => likeness >= Near,
        _ => false,
    };

    private bool TakesPlaceOn(EventItem other, LocalDate day)
    {
        var (from, to) = (day.AtStartOfDayInZone(zone).ToInstant(), day.PlusDays(1).AtStartOfDayInZone(zone).ToInstant());
        return EventSchedule.Of(other, zone).Between(from, to).Any();
    }

    // Every commune has its "salle des fêtes", and its Christmas market on the same Sunday.
    private Places Compared(EventItem a, EventItem b)
    {
        var elsewhere = IsOfCommune(a) && IsOfCommune(b) && a.SiteKey != b.SiteKey;
        if (a.Place is { } one && b.Place is { } other && Full(one, a) == Full(other, b))
            return Places.Same;
        if (NameOf(a) is not { } name || NameOf(b) is not { } otherName)
            return elsewhere ? Places.Different : Places.Unknown;
        var named = a.Place is not null && b.Place is not null && elsewhere;
        return !named && Likeness.Of(name, otherName) >= Near ? Places.Same : Places.Different;
    }

    private bool IsOfCommune(ContentItem any) => snapshot?.Sites.GetValueOrDefault(any.SiteKey)?.Site.Kind == SiteKind.Commune;

    private string? NameOf(EventItem happening) => happening.Place is { } place ? EntryOf(Full(place, happening))?.Title ?? place : happening.Location?.Name;

    private DirectoryEntry? EntryOf(string place)
    {
        var slash = place.IndexOf('/', StringComparison.Ordinal);
        return snapshot?.Sites.GetValueOrDefault(place[..slash])?.Directory.FirstOrDefault(d => d.Key == place[(slash + 1)..]);
    }

    private static string Full(string place, ContentItem owner) =>
        place.Contains('/', StringComparison.Ordinal) ? place : $"{owner.SiteKey}/{place}";
}
