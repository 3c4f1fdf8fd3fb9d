using System.Collections.Immutable;
using NodaTime;

namespace SiteFactory.Content.Model;

/// <summary>What a site says of everyday services: one file each in its folder, null when it has none.</summary>
public sealed record EverydayServices(
    WasteCollections? Collections = null,
    CanteenMenus? Menus = null,
    RoadWorksList? Works = null,
    JobOffers? Jobs = null,
    RoomList? Rooms = null)
{
    /// <summary>None at all.</summary>
    public static EverydayServices None { get; } = new();
}

/// <summary>What is collected.</summary>
public enum WasteKind
{
    Household,
    Recycling,
    Paper,
    Glass,
    Biowaste,
    Garden,
    Bulky,
    Trees,
}

/// <summary>What becomes of a collection on a public holiday.</summary>
public enum HolidayShift
{
    /// <summary>It takes place.</summary>
    Usual,

    /// <summary>It does not take place.</summary>
    Skip,

    /// <summary>It takes place on the next day that is no holiday.</summary>
    NextDay,

    /// <summary>It and all later ones of that week are a day later.</summary>
    RestOfWeek,
}

/// <summary>The waste collections of a site (<c>collections.yaml</c>).</summary>
/// <param name="Note">What holds everywhere: "Sortez les bacs la veille au soir."</param>
public sealed record WasteCollections(
    HolidayShift Holidays, string? Note, ImmutableArray<WasteSector> Sectors, ImmutableArray<WasteChange> Changes);

/// <summary>A part of the commune that is collected on the same days.</summary>
/// <param name="Key">Of its calendar file's address.</param>
/// <param name="Sites">In the métropole's file: the communes whose sites show the sector.</param>
public sealed record WasteSector(
    string Key, string Name, string? Note, ImmutableArray<string> Streets, ImmutableArray<string> Sites, ImmutableArray<WasteRound> Rounds);

/// <summary>When one kind of waste is collected in a sector.</summary>
/// <param name="Days">Days of the week; empty when only <paramref name="Dates"/> count.</param>
/// <param name="Every">Weeks between two collections; 1 for every week.</param>
/// <param name="Since">A day in a week with a collection; said when <paramref name="Every"/> is more than 1.</param>
/// <param name="From">The season's first day.</param>
/// <param name="Until">The season's last day.</param>
/// <param name="Dates">More days; public holidays do not move them.</param>
public sealed record WasteRound(
    WasteKind Waste, ImmutableArray<IsoDayOfWeek> Days, int Every, LocalDate? Since, LocalDate? From, LocalDate? Until, ImmutableArray<LocalDate> Dates, string? Note)
{
    /// <summary>Only in calendar weeks of that number; null: in every week.</summary>
    public WeekParity? Weeks { get; init; }

    /// <summary>Only on those of the month: its first Monday, its last. Empty: on every one.</summary>
    public ImmutableArray<OrdinalInMonth> Monthly { get; init; } = [];
}

/// <summary>Calendar weeks (ISO 8601) of even or of odd numbers.</summary>
public enum WeekParity
{
    Even,
    Odd,
}

/// <summary>Which of a weekday's four or five days in a month.</summary>
public enum OrdinalInMonth
{
    First,
    Second,
    Third,
    Fourth,
    Last,
}

/// <summary>A collection that is moved or does not take place.</summary>
/// <param name="To">The new day; null: none.</param>
/// <param name="Sector">Null: every sector.</param>
/// <param name="Waste">Null: every kind.</param>
public sealed record WasteChange(LocalDate Date, LocalDate? To, string? Sector, WasteKind? Waste, string? Note);

/// <summary>What a dish is in the meal.</summary>
public enum Course
{
    Starter,
    Main,
    Side,
    Dairy,
    Dessert,
    Snack,
}

/// <summary>The fourteen allergens that must be told (règlement UE 1169/2011, annexe II).</summary>
public enum Allergen
{
    Gluten,
    Crustaceans,
    Eggs,
    Fish,
    Peanuts,
    Soy,
    Milk,
    Nuts,
    Celery,
    Mustard,
    Sesame,
    Sulphites,
    Lupin,
    Molluscs,
}

/// <summary>The canteen's menus (<c>menus.yaml</c>).</summary>
/// <param name="Place">A directory key: where they are served.</param>
public sealed record CanteenMenus(string? Place, string? Note, ImmutableArray<MenuDay> Days);

/// <summary>One day's meal. Without a dish, the note says why: "Pas de cantine".</summary>
public sealed record MenuDay(LocalDate Date, ImmutableArray<Dish> Dishes, string? Note);

/// <summary>A dish and its marks.</summary>
public sealed record Dish(string Name, Course? Course, bool Vegetarian, bool Organic, bool Local, ImmutableArray<Allergen> Allergens);

/// <summary>What works do to traffic.</summary>
public enum WorksKind
{
    Works,
    Closed,
    Alternate,
    Parking,
}

/// <summary>The works and closed roads of a site (<c>works.yaml</c>).</summary>
public sealed record RoadWorksList(ImmutableArray<RoadWorks> Items);

/// <summary>Works on a road, for a time.</summary>
/// <param name="Until">The last day; null: not known yet.</param>
/// <param name="Place">"Rue Principale, entre l’église et l’école".</param>
/// <param name="Hours">"de 8 h à 17 h".</param>
/// <param name="Detour">How to get round it.</param>
/// <param name="Line">The stretch of road, from point to point.</param>
/// <param name="Sites">In the métropole's file: the communes whose sites show them.</param>
public sealed record RoadWorks(
    string Title, WorksKind Kind, LocalDate From, LocalDate? Until, string? Place, string? Hours, string? Detour, string? Text,
    GeoPoint? Geo, ImmutableArray<GeoPoint> Line, ImmutableArray<string> Sites);

/// <summary>What is offered.</summary>
public enum JobContract
{
    /// <summary>A post of the territorial civil service.</summary>
    CivilServant,
    OpenEnded,
    FixedTerm,
    Seasonal,
    Temporary,
    Apprenticeship,
    Internship,
    CivicService,
}

/// <summary>How much of a week a post takes.</summary>
public enum WorkingTime
{
    Full,
    Part,
}

/// <summary>The job offers of a site (<c>jobs.yaml</c>).</summary>
public sealed record JobOffers(ImmutableArray<JobOffer> Items);

/// <summary>A post to fill.</summary>
/// <param name="Service">"Services techniques".</param>
/// <param name="Grade">"Adjoint technique territorial".</param>
/// <param name="Deadline">The last day to apply; the offer disappears after it.</param>
/// <param name="File"><c>media/x.pdf</c>.</param>
/// <param name="Apply">How to apply: a mail address, an address, or words.</param>
public sealed record JobOffer(
    string Title, JobContract Contract, WorkingTime? Time, string? Service, string? Grade, string? Salary, LocalDate PostedAt, LocalDate Deadline,
    LocalDate? Start, string? Summary, string? File, string? Apply);

/// <summary>The rooms that can be rented (<c>rooms.yaml</c>).</summary>
public sealed record RoomList(string? Note, ImmutableArray<Room> Rooms);

/// <summary>A room of the directory, with what one needs to know to rent it.</summary>
/// <param name="Entry">Its key in the directory.</param>
/// <param name="Area">Square metres.</param>
/// <param name="Rules"><c>media/reglement.pdf</c>.</param>
/// <param name="Service">The portal's service that takes the request; null: <c>reservation-salle</c>.</param>
public sealed record Room(
    string Entry, int? Seated, int? Standing, int? Area, ImmutableArray<string> Equipment, ImmutableArray<RoomPrice> Prices, string? Deposit,
    string? Conditions, string? Rules, string? Service);

/// <summary>"Habitants de la commune", "week-end", "250 €".</summary>
public sealed record RoomPrice(string Label, string? When, string Price);
