using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Directory;

/// <summary>An exceptional closure as three fields.</summary>
public sealed class ClosureRow
{
    /// <summary>A browser's day.</summary>
    public string? From { get; set; }

    /// <summary>A browser's day, included; empty: the first day alone.</summary>
    public string? To { get; set; }

    public string? Note { get; set; }

    /// <summary>The fields of a closure.</summary>
    public static ClosureRow Of(Closure closure) => new() { From = FormTimes.Day(closure.From), To = FormTimes.Day(closure.To), Note = closure.Note };

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To) && string.IsNullOrWhiteSpace(Note);

    /// <summary>The closure; null when it is empty or wrong.</summary>
    public Closure? Read(FormErrors errors, string prefix)
    {
        if (IsEmpty)
            return null;
        var from = errors.Day(prefix + nameof(From), From);
        var to = errors.Day(prefix + nameof(To), To) ?? from;
        if (string.IsNullOrWhiteSpace(From))
            errors.Add(prefix + nameof(From), ItemTexts.T["DayMissing"]);
        if (to < from)
            errors.Add(prefix + nameof(To), DirectoryTexts.T["ClosureOrder"]);
        return from is { } first && to is { } last ? new(first, last, Typed.Line(Note)) : null;
    }
}

/// <summary>The form of a directory entry.</summary>
public sealed class DirectoryForm : ItemForm
{
    public DirectoryEntryType Entry { get; set; }

    public string? Category { get; set; }

    public string? Role { get; set; }

    public string? Street { get; set; }

    public string? PostalCode { get; set; }

    public string? City { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    /// <summary>One a line, like the two below.</summary>
    public string? Phones { get; set; }

    public string? Emails { get; set; }

    public string? Urls { get; set; }

    public WeekGrid Week { get; set; } = new();

    public List<ClosureRow> Closures { get; set; } = [];

    /// <summary><c>oui</c>, <c>non</c>, or empty: not said.</summary>
    public string? Accessible { get; set; }

    public override string AddressFolder => "/annuaire/";

    public override void Start(EditContext context)
    {
        base.Start(context);
        (PostalCode, City) = (context.Site.Contact?.PostalCode, context.Site.Contact?.City);
    }

    protected override ContentItem Blank(Guid id, EditContext context) =>
        new DirectoryEntry { Id = id, SiteKey = context.Site.Key, Key = "", Title = "", Entry = DirectoryEntryType.Facility };

    protected override void ShowOwn(ContentItem item, EditContext context)
    {
        var entry = (DirectoryEntry)item;
        (Entry, Category, Role, Street, PostalCode, City) = (entry.Entry, entry.Category, entry.Role, entry.Address, entry.PostalCode, entry.City);
        (Latitude, Longitude) = GeoFields.Show(entry.Geo);
        (Phones, Emails, Urls) = (Typed.Joined(entry.Phones), Typed.Joined(entry.Emails), Typed.Joined(entry.Urls));
        Week = WeekGrid.Of(entry.Hours);
        Closures = [.. entry.Closures.Select(ClosureRow.Of)];
        Accessible = entry.Accessible is { } yes ? yes ? "oui" : "non" : null;
    }

    protected override ContentItem ReadOwn(ContentItem item, EditContext context, FormErrors errors)
    {
        var entry = (DirectoryEntry)item;
        return entry with
        {
            Entry = Entry,
            Category = Typed.Line(Category),
            Role = Typed.Line(Role),
            Address = Typed.Line(Street),
            PostalCode = Typed.Line(PostalCode),
            City = Typed.Line(City),
            Geo = GeoFields.Read(Latitude, Longitude, errors),
            Phones = Typed.Lines(Phones),
            Emails = Typed.Lines(Emails),
            Urls = Typed.Lines(Urls),
            Hours = Week.Hours(entry.Hours, errors, "Week."),
            Closures = ReadClosures(errors),
            Accessible = Accessible switch { "oui" => true, "non" => false, _ => null },
            Audience = AudienceOf(entry, entry.Audience, context),
        };
    }

    private ImmutableArray<Closure> ReadClosures(FormErrors errors) =>
        [.. Closures.Select((row, i) => row.Read(errors, string.Create(CultureInfo.InvariantCulture, $"Closures[{i}]."))).OfType<Closure>()];
}
