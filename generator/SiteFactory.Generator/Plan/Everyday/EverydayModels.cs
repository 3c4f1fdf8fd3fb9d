using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Theming.Everyday;
using SiteFactory.Theming.French;

namespace SiteFactory.Generator.Plan.Everyday;

/// <summary>Menus, job offers and rooms of a site, from the day on which it is built.</summary>
internal static class EverydayModels
{
    private const int DaysInWeek = 7;

    public static MenusModel? Menus(SiteScope site)
    {
        if (site.Everyday.Menus is not { } menus)
            return null;
        var weeks = menus.Days.GroupBy(d => Monday(d.Date)).OrderBy(g => g.Key).Where(g => g.Max(d => d.Date) >= site.Today);
        return new(menus.Place is { } place ? site.Cards.ByKey.GetValueOrDefault(place) : null, menus.Note, [.. weeks.Select(g => Week(g, site.Today))], NoneThisWeek(menus, site.Today));
    }

    private static bool NoneThisWeek(CanteenMenus menus, LocalDate today) =>
        today.DayOfWeek <= IsoDayOfWeek.Friday && menus.Days.All(d => Monday(d.Date) != Monday(today));

    public static JobsModel? Jobs(SiteScope site)
    {
        if (site.Everyday.Jobs is not { } jobs)
            return null;
        var open = jobs.Items.Where(j => j.PostedAt <= site.Today && site.Today <= j.Deadline).OrderBy(j => j.Deadline).ThenBy(j => j.Title, FrenchOrder.Comparer);
        var keys = new UniqueKeys();
        return new(site.Contact.Name, site.Site.BaseUrl + "/", site.Contact, [.. open.Select(j => Job(site, j, keys))]);
    }

    public static RoomsModel? Rooms(SiteScope site, string? entry)
    {
        if (site.Everyday.Rooms is not { } rooms)
            return null;
        var shown = rooms.Rooms.Where(r => entry is null || r.Entry == entry);
        return new(rooms.Note, [.. shown.Select(r => Room(site, r)).OfType<RoomLine>()]);
    }

    private static MenuWeek Week(IGrouping<LocalDate, MenuDay> week, LocalDate today)
    {
        var (first, last) = (week.Min(d => d.Date), week.Max(d => d.Date));
        return new(
            EverydayTexts.Format("Week", FrenchDates.Start(first, last), FrenchDates.Long(last)),
            week.Key <= today && today < week.Key.PlusDays(DaysInWeek),
            [.. week.OrderBy(d => d.Date).Select(Day)]);
    }

    private static MenuDayModel Day(MenuDay day) => new(
        FrenchDates.Stamp(day.Date),
        FrenchText.Capitalize($"{FrenchDates.Weekday(day.Date)} {FrenchDates.DayMonth(day.Date)}"),
        [.. day.Dishes.OrderBy(d => d.Course ?? Course.Snack).Select(Dish)],
        day.Note);

    private static DishModel Dish(Dish dish)
    {
        var marks = ImmutableArray.CreateBuilder<DishMark>();
        if (dish.Vegetarian)
            marks.Add(new("vegetarian", EverydayTexts.Get("MarkVegetarian")));
        if (dish.Organic)
            marks.Add(new("organic", EverydayTexts.Get("MarkOrganic")));
        if (dish.Local)
            marks.Add(new("local", EverydayTexts.Get("MarkLocal")));
        var allergens = dish.Allergens.IsEmpty ? null : string.Join(", ", dish.Allergens.Select(a => EverydayTexts.Get("Allergen" + a)));
        return new(dish.Name, dish.Course is { } course ? EverydayTexts.Get("Course" + course) : null, marks.DrainToImmutable(), allergens);
    }

    private static JobLine Job(SiteScope site, JobOffer job, UniqueKeys keys) => new(
        keys.Of(job.Title),
        job.Title,
        EverydayTexts.Get("Contract" + job.Contract),
        job.Contract switch
        {
            JobContract.Internship => "INTERN",
            JobContract.FixedTerm or JobContract.Seasonal or JobContract.Temporary => "TEMPORARY",
            _ => job.Time switch { WorkingTime.Full => "FULL_TIME", WorkingTime.Part => "PART_TIME", _ => null },
        },
        job.Time is { } time ? EverydayTexts.Get("Time" + time) : null,
        job.Service,
        job.Grade,
        job.Salary,
        FrenchDates.Stamp(job.PostedAt),
        FrenchDates.Stamp(job.Deadline),
        job.Start is { } start ? FrenchDates.Stamp(start) : null,
        job.Summary,
        site.Media.File(job.File, site.Site.Key),
        job.Apply,
        Labels.AddressIn(job.Apply));

    private static RoomLine? Room(SiteScope site, Room room)
    {
        if (site.Cards.ByKey.GetValueOrDefault(room.Entry) is not { } entry)
            return null;
        var book = site.Services.Named(null, room.Service ?? "reservation-salle");
        return new(
            entry, room.Seated, room.Standing, room.Area, room.Equipment, [.. room.Prices.Select(p => new RoomPriceLine(p.Label, p.When, p.Price))],
            room.Deposit, room.Conditions, site.Media.File(room.Rules, site.Site.Key), book is null ? null : book with { Href = ForRoom(book.StartHref ?? book.Href, room.Entry), External = book.StartHref is not null || book.External });
    }

    /// <summary>The request's form may know by that which room is meant.</summary>
    private static string ForRoom(string href, string entry) =>
        href + (href.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "salle=" + Uri.EscapeDataString(entry);

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
