using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Reads <c>menus.yaml</c>, <c>works.yaml</c>, <c>jobs.yaml</c> and <c>rooms.yaml</c>. What is wrong in one entry costs that entry alone.</summary>
internal static class EverydayReader
{
    public static CanteenMenus Menus(MappingReader map)
    {
        var days = new SortedDictionary<LocalDate, MenuDay>();
        foreach (var inner in map.Maps("days"))
        {
            var date = RequiredDay(inner, "date");
            var day = new MenuDay(date ?? default, [.. inner.Maps("dishes").Select(Dish).OfType<Dish>()], inner.Text("note"));
            inner.Done();
            if (date is { } known && !days.TryAdd(known, day))
                inner.Scope.Error(FaultCodes.DuplicateEntry, inner.Line, inner.FullKey("date"), Writing.TimeWriter.Day(known));
        }
        var menus = new CanteenMenus(map.Reference("place", ReferenceKind.Place), map.Text("note"), [.. days.Values]);
        map.Done();
        return menus;
    }

    public static RoadWorksList Works(IEnumerable<MappingReader> maps) => new([.. maps.Select(One).OfType<RoadWorks>()]);

    public static JobOffers Jobs(IEnumerable<MappingReader> maps) => new([.. maps.Select(Job).OfType<JobOffer>()]);

    public static RoomList Rooms(MappingReader map)
    {
        var list = new RoomList(map.Text("note"), [.. map.Maps("rooms").Select(Room).OfType<Room>()]);
        map.Done();
        return list;
    }

    private static Dish? Dish(MappingReader map)
    {
        var name = map.RequiredText("name");
        var dish = new Dish(
            name ?? "",
            map.Choice("course", EverydayWords.Courses),
            map.Flag("vegetarian") ?? false,
            map.Flag("organic") ?? false,
            map.Flag("local") ?? false,
            map.Choices("allergens", EverydayWords.Allergens));
        map.Done();
        return name is null ? null : dish;
    }

    private static RoadWorks? One(MappingReader map)
    {
        var title = map.RequiredText("title");
        var from = RequiredDay(map, "from");
        var until = map.Day("until");
        map.CheckOrder(from, until, "until");
        var works = new RoadWorks(
            title ?? "",
            map.Choice("kind", EverydayWords.Works) ?? WorksKind.Works,
            from ?? default,
            until,
            map.Text("place"),
            map.Text("hours"),
            map.Text("detour"),
            map.Text("text"),
            map.Geo("geo"),
            Line(map),
            map.References("sites", ReferenceKind.Site));
        map.Done();
        return title is null || from is null ? null : works;
    }

    private static ImmutableArray<GeoPoint> Line(MappingReader map)
    {
        var line = ImmutableArray.CreateBuilder<GeoPoint>();
        foreach (var node in map.List("line"))
        {
            if (Syntax.Geo(node) is { } point)
                line.Add(point);
            else
                map.Scope.Error(FaultCodes.BadGeo, node.Line, map.FullKey("line"));
        }
        return line.DrainToImmutable();
    }

    private static JobOffer? Job(MappingReader map)
    {
        var title = map.RequiredText("title");
        var contract = map.Choice("contract", EverydayWords.Contracts);
        if (map.Node("contract") is null)
            map.Missing("contract");
        var posted = RequiredDay(map, "postedAt");
        var deadline = RequiredDay(map, "deadline");
        map.CheckOrder(posted, deadline, "deadline");
        var job = new JobOffer(
            title ?? "",
            contract ?? default,
            map.Choice("time", EverydayWords.Times),
            map.Text("service"),
            map.Text("grade"),
            map.Text("salary"),
            posted ?? default,
            deadline ?? default,
            map.Day("start"),
            map.Text("summary"),
            map.Media("file"),
            map.Checked("apply", FaultCodes.BadLink, Syntax.IsWordsOrAddress));
        map.Done();
        return title is null || contract is null || posted is null || deadline is null ? null : job;
    }

    private static Room? Room(MappingReader map)
    {
        if (map.Node("entry") is null)
            map.Missing("entry");
        var entry = map.Reference("entry", ReferenceKind.Place);
        var room = new Room(
            entry ?? "",
            Count(map, "seated"),
            Count(map, "standing"),
            Count(map, "area"),
            map.Texts("equipment"),
            [.. map.Maps("prices").Select(Price).OfType<RoomPrice>()],
            map.Text("deposit"),
            map.Text("conditions"),
            map.Media("rules"),
            map.Checked("service", FaultCodes.BadKey, Syntax.IsKey));
        map.Done();
        return entry is null ? null : room;
    }

    private static RoomPrice? Price(MappingReader map)
    {
        var label = map.RequiredText("label");
        var price = map.RequiredText("price");
        var when = map.Text("when");
        map.Done();
        return label is null || price is null ? null : new(label, when, price);
    }

    private static int? Count(MappingReader map, string key)
    {
        var value = map.Integer(key);
        if (value is not < 1)
            return value;
        map.Scope.Error(FaultCodes.BadNumber, map.Scalar(key)!.Line, map.FullKey(key), map.Scalar(key)!.Value);
        return null;
    }

    public static LocalDate? RequiredDay(MappingReader map, string key)
    {
        if (map.Node(key) is null)
            map.Missing(key);
        return map.Day(key);
    }
}
