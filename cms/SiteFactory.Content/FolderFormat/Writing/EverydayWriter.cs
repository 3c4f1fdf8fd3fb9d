using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>Writes the files about everyday services, as a person would: one collection, dish or price a line.</summary>
internal static class EverydayWriter
{
    public static IEnumerable<(string Name, string Text)> Files(EverydayServices services)
    {
        if (services.Collections is { } collections)
            yield return ("collections.yaml", Collections(collections));
        if (services.Menus is { } menus)
            yield return ("menus.yaml", Menus(menus));
        if (services.Works is { } works)
            yield return ("works.yaml", YamlBuilder.List(works.Items.Select(Works)));
        if (services.Jobs is { } jobs)
            yield return ("jobs.yaml", YamlBuilder.List(jobs.Items.Select(Job)));
        if (services.Rooms is { } rooms)
            yield return ("rooms.yaml", YamlBuilder.Block().Text("note", rooms.Note).Blocks("rooms", rooms.Rooms.Select(Room)).ToString());
    }

    private static string Collections(WasteCollections collections)
    {
        var map = YamlBuilder.Block()
            .Choice("holidays", EverydayWords.Holidays, collections.Holidays, unless: HolidayShift.Usual)
            .Text("note", collections.Note)
            .Blocks("sectors", collections.Sectors.Select(Sector));
        if (!collections.Changes.IsEmpty)
            map.Maps("changes", collections.Changes.Select(Change));
        return map.ToString();
    }

    private static YamlBuilder Sector(WasteSector sector)
    {
        var map = YamlBuilder.Block("    ").Text("key", sector.Key).Text("name", sector.Name).Text("note", sector.Note)
            .Texts("streets", sector.Streets).Texts("sites", sector.Sites);
        return sector.Rounds.IsEmpty ? map : map.Maps("rounds", sector.Rounds.Select(Round));
    }

    private static YamlBuilder Round(WasteRound round)
    {
        var map = YamlBuilder.Flow().Choice("waste", EverydayWords.Wastes, round.Waste);
        if (!round.Days.IsEmpty)
            map.Raw("days", YamlBuilder.FlowList(round.Days.Select(EverydayWords.Days.Text)));
        map.Choice("weeks", EverydayWords.Parities, round.Weeks);
        if (!round.Monthly.IsEmpty)
            map.Raw("monthly", YamlBuilder.FlowList(round.Monthly.Select(EverydayWords.Ordinals.Text)));
        map.Number("every", round.Every, unless: 1).Day("since", round.Since).Day("from", round.From).Day("until", round.Until);
        if (!round.Dates.IsEmpty || round.Days.IsEmpty)
            map.Raw("dates", YamlBuilder.FlowList(round.Dates.Select(TimeWriter.Day)));
        return map.Text("note", round.Note);
    }

    private static YamlBuilder Change(WasteChange change) => YamlBuilder.Flow()
        .Day("date", change.Date).Day("to", change.To).Text("sector", change.Sector)
        .Choice("waste", EverydayWords.Wastes, change.Waste).Text("note", change.Note);

    private static string Menus(CanteenMenus menus) => YamlBuilder.Block()
        .Text("place", menus.Place)
        .Text("note", menus.Note)
        .Blocks("days", menus.Days.Select(Day))
        .ToString();

    private static YamlBuilder Day(MenuDay day)
    {
        var map = YamlBuilder.Block("    ").Day("date", day.Date).Text("note", day.Note);
        return day.Dishes.IsEmpty ? map : map.Maps("dishes", day.Dishes.Select(Dish));
    }

    private static YamlBuilder Dish(Dish dish)
    {
        var map = YamlBuilder.Flow().Text("name", dish.Name).Choice("course", EverydayWords.Courses, dish.Course)
            .Flag("vegetarian", dish.Vegetarian, unless: false).Flag("organic", dish.Organic, unless: false).Flag("local", dish.Local, unless: false);
        return dish.Allergens.IsEmpty ? map : map.Raw("allergens", YamlBuilder.FlowList(dish.Allergens.Select(EverydayWords.Allergens.Text)));
    }

    private static YamlBuilder Works(RoadWorks works)
    {
        var map = YamlBuilder.Block("  ").Text("title", works.Title).Choice("kind", EverydayWords.Works, works.Kind, unless: WorksKind.Works)
            .Day("from", works.From).Day("until", works.Until).Text("place", works.Place).Text("hours", works.Hours)
            .Text("detour", works.Detour).Text("text", works.Text).Geo("geo", works.Geo);
        if (!works.Line.IsEmpty)
            map.Raw("line", YamlBuilder.FlowList(works.Line.Select(p => YamlBuilder.FlowList([YamlBuilder.Plain(p.Latitude), YamlBuilder.Plain(p.Longitude)]))));
        return map.Texts("sites", works.Sites);
    }

    private static YamlBuilder Job(JobOffer job) => YamlBuilder.Block("  ")
        .Text("title", job.Title)
        .Choice("contract", EverydayWords.Contracts, job.Contract)
        .Choice("time", EverydayWords.Times, job.Time)
        .Text("service", job.Service)
        .Text("grade", job.Grade)
        .Text("salary", job.Salary)
        .Day("postedAt", job.PostedAt)
        .Day("deadline", job.Deadline)
        .Day("start", job.Start)
        .Text("summary", job.Summary)
        .Text("file", job.File)
        .Text("apply", job.Apply);

    private static YamlBuilder Room(Room room)
    {
        var map = YamlBuilder.Block("    ").Text("entry", room.Entry).Number("seated", room.Seated).Number("standing", room.Standing).Number("area", room.Area)
            .Texts("equipment", room.Equipment);
        if (!room.Prices.IsEmpty)
            map.Maps("prices", room.Prices.Select(p => YamlBuilder.Flow().Text("label", p.Label).Text("when", p.When).Text("price", p.Price)));
        return map.Text("deposit", room.Deposit).Text("conditions", room.Conditions).Text("rules", room.Rules).Text("service", room.Service);
    }
}
