using System.Collections.Immutable;
using NodaTime;

namespace SiteFactory.Content.Model;

/// <summary>A page's layout.</summary>
public enum PageTemplate
{
    Standard,
    Landing,
}

/// <summary>A page of the tree. <see cref="ContentItem.Key"/> is its path without slashes at the ends; the home's body has the key <c>""</c>.</summary>
public sealed record Page : ContentItem
{
    public int Order { get; init; }

    /// <summary>Whether menus show it.</summary>
    public bool Nav { get; init; } = true;

    public PageTemplate Template { get; init; }

    public Audience? Audience { get; init; }

    /// <summary>The path under which receiving sites show it (<c>/dechets/</c>); null: its own.</summary>
    public string? Mount { get; init; }

    /// <summary>The address on the owner's site: <c>/vie-municipale/conseil/</c>.</summary>
    public string Path => Key.Length == 0 ? "/" : $"/{Key}/";

    /// <summary>The address on sites that receive the page.</summary>
    public string MountedPath => Mount is null ? Path : $"/{Mount.Trim('/')}/";

    public override ContentKind Kind => ContentKind.Page;

    public override Audience AudienceOrDefault(SiteKind owner) => Audience ?? Model.Audience.None;

    public override T Accept<T>(IContentItemVisitor<T> visitor) => visitor.Page(this);
}

/// <summary>A dated piece of news.</summary>
public sealed record NewsItem : ContentItem
{
    /// <summary>Local time of the territory; midnight when only a day was given.</summary>
    public required LocalDateTime Date { get; init; }

    public Audience? Audience { get; init; }

    /// <summary>Whether receiving sites may add their own words; null: yes.</summary>
    public bool? Overlay { get; init; }

    public override ContentKind Kind => ContentKind.News;

    public override Audience AudienceOrDefault(SiteKind owner) => Audience ?? SharedDefault.For(owner);

    public override T Accept<T>(IContentItemVisitor<T> visitor) => visitor.News(this);
}

/// <summary>schema.org's event statuses, in a webmaster's words.</summary>
public enum EventStatus
{
    Scheduled,
    Full,
    Postponed,
    Cancelled,
}

/// <summary>A place written with the event, when the directory does not know it.</summary>
public sealed record EventLocation(string Name, string? Address, GeoPoint? Geo);

/// <summary>An event, once or repeated. All times are local to the territory.</summary>
public sealed record EventItem : ContentItem
{
    public required LocalDateTime Start { get; init; }

    /// <summary>The end; for an all-day event its last day. Null: an hour, or the same day.</summary>
    public LocalDateTime? End { get; init; }

    public bool AllDay { get; init; }

    /// <summary>RFC 5545 recurrence rule, without <c>RRULE:</c>.</summary>
    public string? RecurrenceRule { get; init; }

    /// <summary>More starts (RDATE).</summary>
    public ImmutableArray<LocalDateTime> Dates { get; init; } = [];

    /// <summary>Starts that do not take place (EXDATE); a midnight value excludes that day.</summary>
    public ImmutableArray<LocalDateTime> ExceptDates { get; init; } = [];

    /// <summary>A directory key: <c>mairie</c>, or <c>metropole/musee</c>.</summary>
    public string? Place { get; init; }

    public EventLocation? Location { get; init; }

    public string? Organizer { get; init; }

    public string? Price { get; init; }

    /// <summary>How to register: an address, or words.</summary>
    public string? Registration { get; init; }

    public EventStatus EventStatus { get; init; }

    public Audience? Audience { get; init; }

    public override ContentKind Kind => ContentKind.Event;

    public override Audience AudienceOrDefault(SiteKind owner) => Audience ?? SharedDefault.For(owner);

    public override T Accept<T>(IContentItemVisitor<T> visitor) => visitor.Event(this);
}

/// <summary>What a directory entry is.</summary>
public enum DirectoryEntryType
{
    Facility,
    Service,
    Association,
    Business,
    Person,
}

/// <summary>An exceptional closure, both days included.</summary>
public sealed record Closure(LocalDate From, LocalDate To, string? Note);

/// <summary>A place, service, association, business or elected person.</summary>
public sealed record DirectoryEntry : ContentItem
{
    /// <summary>The key of the entry that is the town hall: its hours and closures stand wherever the site tells when the town hall is open.</summary>
    public const string TownHallKey = "mairie";

    public required DirectoryEntryType Entry { get; init; }

    public string? Category { get; init; }

    public string? Role { get; init; }

    public string? Address { get; init; }

    public string? PostalCode { get; init; }

    public string? City { get; init; }

    public GeoPoint? Geo { get; init; }

    public ImmutableArray<string> Phones { get; init; } = [];

    public ImmutableArray<string> Emails { get; init; } = [];

    public ImmutableArray<string> Urls { get; init; } = [];

    /// <summary>OSM opening-hours strings.</summary>
    public ImmutableArray<string> Hours { get; init; } = [];

    public ImmutableArray<Closure> Closures { get; init; } = [];

    /// <summary>Reachable in a wheelchair; null: not said.</summary>
    public bool? Accessible { get; init; }

    public Audience? Audience { get; init; }

    public override ContentKind Kind => ContentKind.Directory;

    public override Audience AudienceOrDefault(SiteKind owner) => Audience ?? Model.Audience.None;

    public override T Accept<T>(IContentItemVisitor<T> visitor) => visitor.Directory(this);
}

/// <summary>The kinds of official document (CGCT L2131-1 and following).</summary>
public enum DocumentType
{
    Deliberation,
    DeliberationsList,
    Minutes,
    Order,
    Budget,
    Bulletin,
    Other,
}

/// <summary>Who signed an act: first name, surname and capacity (CRPA L212-1).</summary>
public sealed record DocumentAuthor(string? FirstName, string? LastName, string? Capacity);

/// <summary>An act or publication of the register.</summary>
public sealed record OfficialDocument : ContentItem
{
    public required DocumentType Type { get; init; }

    /// <summary>The council session's day.</summary>
    public LocalDate? Session { get; init; }

    public string? Reference { get; init; }

    public DocumentAuthor? Author { get; init; }

    /// <summary>When it was put online.</summary>
    public LocalDateTime? PostedAt { get; init; }

    /// <summary><c>media/x.pdf</c>.</summary>
    public string? File { get; init; }

    public override ContentKind Kind => ContentKind.Document;

    public override Audience AudienceOrDefault(SiteKind owner) => Audience.None;

    public override T Accept<T>(IContentItemVisitor<T> visitor) => visitor.Document(this);
}

/// <summary>How urgent an alert is.</summary>
public enum AlertSeverity
{
    Info,
    Warning,
    Danger,
}

/// <summary>A message on top of every page, for a time.</summary>
public sealed record Alert : ContentItem
{
    public AlertSeverity Severity { get; init; }

    public Instant? From { get; init; }

    public Instant? Until { get; init; }

    /// <summary>Where to read more: a path or an address.</summary>
    public string? Link { get; init; }

    public Audience? Audience { get; init; }

    public override ContentKind Kind => ContentKind.Alert;

    public override Audience AudienceOrDefault(SiteKind owner) => Audience ?? SharedDefault.For(owner);

    public override T Accept<T>(IContentItemVisitor<T> visitor) => visitor.Alert(this);
}

/// <summary>Without an audience of its own, the métropole's news, events and alerts are for all; a commune's are its own.</summary>
internal static class SharedDefault
{
    public static Audience For(SiteKind owner) => owner == SiteKind.Metropole ? Audience.Everyone : Audience.None;
}
