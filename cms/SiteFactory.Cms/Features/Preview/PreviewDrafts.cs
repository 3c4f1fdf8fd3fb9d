using NodaTime;
using SiteFactory.Content.Model;
using ContentPage = SiteFactory.Content.Model.Page;

namespace SiteFactory.Cms.Features.Preview;

/// <summary>Items that nobody has saved yet, as far as a preview needs them.</summary>
public static class PreviewDrafts
{
    private const string NewKey = "apercu";

    /// <summary>A new item of the kind that the address names; null for an unknown kind.</summary>
    public static ContentItem? New(string site, string kind, Guid id, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).LocalDateTime;
        return kind switch
        {
            "pages" => new ContentPage { Id = id, SiteKey = site, Key = NewKey, Title = "" },
            "actualites" => new NewsItem { Id = id, SiteKey = site, Key = NewKey, Title = "", Date = today },
            "agenda" => new EventItem { Id = id, SiteKey = site, Key = NewKey, Title = "", Start = today.PlusDays(1) },
            "annuaire" => new DirectoryEntry { Id = id, SiteKey = site, Key = NewKey, Title = "", Entry = DirectoryEntryType.Facility },
            "documents" => new OfficialDocument { Id = id, SiteKey = site, Key = NewKey, Title = "", Type = DocumentType.Other },
            "alertes" => new Alert { Id = id, SiteKey = site, Key = NewKey, Title = "" },
            _ => null,
        };
    }

    /// <summary>The item with what is typed in the form so far.</summary>
    public static ContentItem With(ContentItem item, IReadOnlyDictionary<string, string> typed)
    {
        string? Text(string name, string? otherwise) => typed.TryGetValue(name, out var text) ? string.IsNullOrWhiteSpace(text) ? null : text.Trim() : otherwise;
        return item with
        {
            Title = Text("Title", item.Title) ?? PreviewTexts.T["Untitled"],
            Summary = Text("Summary", item.Summary),
            Image = Text("Image", item.Image),
            ImageAlt = Text("ImageAlt", item.ImageAlt),
            Body = typed.GetValueOrDefault("Body") ?? item.Body,
        };
    }
}
