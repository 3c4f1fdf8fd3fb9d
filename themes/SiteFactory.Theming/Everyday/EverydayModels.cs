using System.Collections.Immutable;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Theming.Everyday;

/// <summary>The waste collections of a site, from the day on which it is built.</summary>
/// <param name="Streets">Every street with its sector, in alphabetical order; empty when no sector names its streets.</param>
public sealed record WasteModel(string? Note, ImmutableArray<WasteStreet> Streets, ImmutableArray<WasteSectorModel> Sectors);

public sealed record WasteStreet(string Name, string Sector, string SectorName);

/// <param name="Key">For anchors.</param>
/// <param name="CalendarHref">The sector's calendar file.</param>
/// <param name="Next">The next days, each with all that is collected on it.</param>
public sealed record WasteSectorModel(
    string Key, string Name, string? Note, string CalendarHref, ImmutableArray<WasteRule> Rules, ImmutableArray<WasteDay> Next);

/// <param name="Waste"><c>household</c>, <c>recycling</c>…: a mark in the theme.</param>
/// <param name="When">"Tous les mardis", "Un vendredi sur deux".</param>
/// <param name="Next">"vendredi 27 novembre"; null when nothing is planned.</param>
public sealed record WasteRule(string Waste, string Label, string When, string? Next, string? Note);

/// <param name="Text">"Mardi 24 novembre".</param>
/// <param name="Wastes">What is collected.</param>
/// <param name="Moved">"au lieu du mercredi 11 novembre (jour férié)", or null.</param>
public sealed record WasteDay(DateStamp Date, string Text, ImmutableArray<WasteMark> Wastes, string? Moved);

public sealed record WasteMark(string Waste, string Label);

/// <summary>The canteen's menus, week by week, from the current one.</summary>
/// <param name="NoneThisWeek">It is a school day of a week that has no menu at all.</param>
public sealed record MenusModel(DirectoryCard? Place, string? Note, ImmutableArray<MenuWeek> Weeks, bool NoneThisWeek = false);

/// <param name="Title">"Semaine du 23 au 27 novembre 2026".</param>
/// <param name="IsCurrent">The week of the day on which the site is built.</param>
public sealed record MenuWeek(string Title, bool IsCurrent, ImmutableArray<MenuDayModel> Days);

/// <param name="Text">"Lundi 23 novembre".</param>
public sealed record MenuDayModel(DateStamp Date, string Text, ImmutableArray<DishModel> Dishes, string? Note);

/// <param name="Marks">"Végétarien", "Bio", "Local".</param>
/// <param name="Allergens">"gluten, lait"; null when none is said.</param>
public sealed record DishModel(string Name, string? Course, ImmutableArray<DishMark> Marks, string? Allergens);

/// <param name="Key"><c>vegetarian</c>, <c>organic</c> or <c>local</c>.</param>
public sealed record DishMark(string Key, string Label);

/// <summary>Works and closed roads, going on and to come.</summary>
/// <param name="GeoJsonHref">The same as map data.</param>
public sealed record WorksModel(ImmutableArray<WorksLine> Items, string GeoJsonHref);

/// <param name="Key">For the anchor.</param>
/// <param name="Kind"><c>works</c>, <c>closed</c>, <c>alternate</c> or <c>parking</c>.</param>
/// <param name="KindLabel">"Route barrée".</param>
/// <param name="Period">"Du lundi 23 novembre au vendredi 4 décembre 2026".</param>
/// <param name="IsCurrent">Going on; otherwise to come.</param>
/// <param name="By">Who tells it, when it is not this site.</param>
public sealed record WorksLine(
    string Key, string Title, string Kind, string KindLabel, string Period, bool IsCurrent, string? Place, string? Hours, string? Detour, string? Text,
    GeoModel? Geo, string? By);

/// <summary>Job offers that one can still apply for.</summary>
/// <param name="Employer">"Mairie de Vany".</param>
public sealed record JobsModel(string Employer, string EmployerUrl, ContactModel Contact, ImmutableArray<JobLine> Items);

/// <param name="EmploymentType">schema.org: <c>FULL_TIME</c>, <c>TEMPORARY</c>…; null when not known.</param>
/// <param name="ApplyHref">An address when <paramref name="Apply"/> is one.</param>
public sealed record JobLine(
    string Key, string Title, string Contract, string? EmploymentType, string? Time, string? Service, string? Grade, string? Salary,
    DateStamp PostedAt, DateStamp Deadline, DateStamp? Start, string? Summary, FileLink? File, string? Apply, string? ApplyHref);

/// <summary>Rooms for rent.</summary>
public sealed record RoomsModel(string? Note, ImmutableArray<RoomLine> Rooms);

/// <param name="Entry">The room in the directory.</param>
/// <param name="Book">The request's form on the portal; null when there is none, and one asks the town hall.</param>
public sealed record RoomLine(
    DirectoryCard Entry, int? Seated, int? Standing, int? Area, ImmutableArray<string> Equipment, ImmutableArray<RoomPriceLine> Prices,
    string? Deposit, string? Conditions, FileLink? Rules, ServiceCard? Book);

public sealed record RoomPriceLine(string Label, string? When, string Price);
