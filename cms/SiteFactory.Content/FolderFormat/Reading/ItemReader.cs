using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Makes an item of its kind from a front matter. Null when something required is missing or wrong.</summary>
internal static class ItemReader
{
    public static ContentItem? Read(ItemContext context)
    {
        var map = context.Map;
        var title = map.RequiredText("title");
        var id = context.Id();
        ContentItem? item = context.Path.Kind switch
        {
            ContentKind.Page => Page(context, id, title),
            ContentKind.News => News(context, id, title),
            ContentKind.Event => Event(context, id, title),
            ContentKind.Directory => Directory(context, id, title),
            ContentKind.Document => Document(context, id, title),
            ContentKind.Alert => Alert(context, id, title),
            _ => throw new InvalidOperationException($"No reader for {context.Path.Kind}."),
        };
        map.Done();
        return title is null ? null : item;
    }

    private static Page Page(ItemContext context, Guid id, string? title)
    {
        var map = context.Map;
        return context.WithCommon(new Page
        {
            Id = id,
            SiteKey = context.Path.Site!,
            Key = context.Path.Key,
            Title = title ?? "",
            Order = map.Integer("order") ?? 0,
            Nav = map.Flag("nav") ?? true,
            Template = map.Choice("template", Vocabulary.Templates) ?? PageTemplate.Standard,
            Audience = map.Audience("audience"),
            Mount = map.Checked("mount", FaultCodes.BadPath, Syntax.IsTreePath),
        });
    }

    private static NewsItem? News(ItemContext context, Guid id, string? title)
    {
        var map = context.Map;
        var date = context.LocalOf("date");
        if (date is null && map.Node("date") is null)
            map.Missing("date");
        var news = context.WithCommon(new NewsItem
        {
            Id = id,
            SiteKey = context.Path.Site!,
            Key = context.Path.Key,
            Title = title ?? "",
            Date = date ?? default,
            Audience = map.Audience("audience"),
            Overlay = map.Flag("overlay"),
        });
        return date is null ? null : news;
    }

    private static DirectoryEntry? Directory(ItemContext context, Guid id, string? title)
    {
        var map = context.Map;
        var entry = map.Choice("entry", Vocabulary.Entries);
        if (map.Node("entry") is null)
            map.Missing("entry");
        var directory = context.WithCommon(new DirectoryEntry
        {
            Id = id,
            SiteKey = context.Path.Site!,
            Key = context.Path.Key,
            Title = title ?? "",
            Entry = entry ?? default,
            Category = map.Text("category"),
            Role = map.Text("role"),
            Address = map.Text("address"),
            PostalCode = map.Checked("postalCode", FaultCodes.BadPostalCode, Syntax.IsPostalCode),
            City = map.Text("city"),
            Geo = map.Geo("geo"),
            Phones = map.Texts("phones", FaultCodes.BadPhone, Syntax.IsPhone),
            Emails = map.Texts("emails", FaultCodes.BadEmail, Syntax.IsEmail),
            Urls = map.Texts("urls", FaultCodes.BadUrl, Syntax.IsUrl),
            Hours = map.Hours("hours"),
            Closures = Closures(map),
            Accessible = map.Flag("accessible"),
            Audience = map.Audience("audience"),
        });
        return entry is null ? null : directory;
    }

    private static ImmutableArray<Closure> Closures(MappingReader map)
    {
        if (map.Node("closures") is null)
            return [];
        var closures = ImmutableArray.CreateBuilder<Closure>();
        foreach (var inner in map.Maps("closures"))
        {
            var from = inner.Day("from");
            var to = inner.Node("to") is null ? from : inner.Day("to");
            if (inner.Node("from") is null)
                inner.Missing("from");
            inner.CheckOrder(from, to, "to");
            var note = inner.Text("note");
            inner.Done();
            if (from is { } first && to is { } last)
                closures.Add(new(first, last, note));
        }
        return closures.DrainToImmutable();
    }

    private static OfficialDocument? Document(ItemContext context, Guid id, string? title)
    {
        var map = context.Map;
        var type = map.Choice("type", Vocabulary.Documents);
        if (map.Node("type") is null)
            map.Missing("type");
        var document = context.WithCommon(new OfficialDocument
        {
            Id = id,
            SiteKey = context.Path.Site!,
            Key = context.Path.Key,
            Title = title ?? "",
            Type = type ?? default,
            Session = map.Day("session"),
            Reference = map.Text("reference"),
            Author = Author(map),
            PostedAt = context.LocalOf("postedAt"),
            File = map.Media("file"),
        });
        return type is null ? null : document;
    }

    private static DocumentAuthor? Author(MappingReader map)
    {
        if (map.Map("author") is not { } inner)
            return null;
        var author = new DocumentAuthor(inner.Text("firstName"), inner.Text("lastName"), inner.Text("capacity"));
        inner.Done();
        return author;
    }

    private static Alert Alert(ItemContext context, Guid id, string? title)
    {
        var map = context.Map;
        var from = context.InstantOf("from");
        var until = context.EndOf("until");
        map.CheckOrder(from, until, "until", mayBeEqual: false);
        return context.WithCommon(new Alert
        {
            Id = id,
            SiteKey = context.Path.Site!,
            Key = context.Path.Key,
            Title = title ?? "",
            Severity = map.Choice("severity", Vocabulary.Severities) ?? AlertSeverity.Info,
            From = from,
            Until = until,
            Link = map.Checked("link", FaultCodes.BadLink, Syntax.IsLink),
            Audience = map.Audience("audience"),
        });
    }

    private static EventItem? Event(ItemContext context, Guid id, string? title) => EventReader.Read(context, id, title);
}
