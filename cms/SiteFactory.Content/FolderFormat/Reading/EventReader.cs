using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Makes an event from a front matter.</summary>
internal static class EventReader
{
    public static EventItem? Read(ItemContext context, Guid id, string? title)
    {
        var map = context.Map;
        var start = map.Moment("start");
        if (map.Node("start") is null)
            map.Missing("start");
        var end = context.LocalOf("end");
        map.CheckOrder(start?.In(context.Zone), end, "end");
        var place = map.Reference("place", ReferenceKind.Place);
        var item = context.WithCommon(new EventItem
        {
            Id = id,
            SiteKey = context.Path.Site!,
            Key = context.Path.Key,
            Title = title ?? "",
            Start = start?.In(context.Zone) ?? default,
            End = end,
            AllDay = map.Flag("allDay") ?? start?.IsDay ?? false,
            RecurrenceRule = Rule(context),
            Dates = map.Moments("dates", context.Zone),
            ExceptDates = map.Moments("exceptDates", context.Zone),
            Place = place,
            Location = Location(map, place),
            Organizer = map.Text("organizer"),
            Price = map.Text("price"),
            Registration = map.Checked("registration", FaultCodes.BadLink, Syntax.IsWordsOrAddress),
            EventStatus = map.Choice("eventStatus", Vocabulary.EventStatuses) ?? EventStatus.Scheduled,
            Audience = map.Audience("audience"),
        });
        return start is null ? null : item;
    }

    /// <summary>The rule without its prefix; what the parser finds wrong is the file's fault.</summary>
    private static string? Rule(ItemContext context)
    {
        const string prefix = "RRULE:";
        if (context.Map.Text("rrule") is not { } rule)
            return null;
        foreach (var fault in RuleParser.Parse(rule, context.Zone).Faults)
            context.Scope.Add(fault, context.Map.Scalar("rrule")!.Line, "rrule");
        return rule.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? rule[prefix.Length..] : rule;
    }

    private static EventLocation? Location(MappingReader map, string? place)
    {
        if (map.Map("location") is not { } inner)
            return null;
        if (place is not null)
            map.Scope.Warning(FaultCodes.PlaceAndLocation, inner.Line, "location");
        var name = inner.RequiredText("name");
        var location = new EventLocation(name ?? "", inner.Text("address"), inner.Geo("geo"));
        inner.Done();
        return name is null ? null : location;
    }
}
