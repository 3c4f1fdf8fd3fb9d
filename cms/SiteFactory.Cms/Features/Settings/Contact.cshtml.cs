using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Directory;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Settings;

/// <summary>Where the town hall is, how to reach it, and when it is open.</summary>
[SiteAccess(SiteRight.Manage, Post = SiteRight.Manage)]
public sealed class ContactModel(SettingsStore settings, ItemStore items, TerritoryTime time) : SettingsPage
{
    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? PostalCode { get; set; }

    [BindProperty]
    public string? City { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Latitude { get; set; }

    [BindProperty]
    public string? Longitude { get; set; }

    /// <summary>The week.</summary>
    [BindProperty]
    public WeekGrid Week { get; set; } = new();

    /// <summary>One line a day or span of days, for hours that a week of two times a day cannot show.</summary>
    [BindProperty]
    public string? Hours { get; set; }

    /// <summary>Exceptional closures; they belong to the town hall's entry of the directory.</summary>
    [BindProperty]
    public List<ClosureRow> Closures { get; set; } = [];

    /// <summary>The version of the town hall's entry that the author started from; 0: there is none.</summary>
    [BindProperty]
    public long HallVersion { get; set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (site, version) = await settings.SiteAsync(cancellation);
        Version = version;
        var (record, hall) = await HallAsync(cancellation);
        HallVersion = record?.Version ?? 0;
        Closures = [.. (hall?.Closures ?? []).Select(ClosureRow.Of)];
        var hours = HoursOf(hall, site);
        Week = WeekGrid.Of(hours);
        Hours = FrenchHours.Show(hours);
        if (site.Contact is not { } contact)
            return;
        (Address, PostalCode, City, Phone, Email) = (contact.Address, contact.PostalCode, contact.City, contact.Phone, contact.Email);
        (Latitude, Longitude) = GeoFields.Show(contact.Geo);
    }

    /// <summary>Saves them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var errors = new FormErrors(ModelState);
        var geo = GeoFields.Read(Latitude, Longitude, errors);
        var (record, hall) = await HallAsync(cancellation);
        var hours = Week.AsWritten ? FrenchHours.Read(Hours, errors, nameof(Hours)) : Week.Hours(HoursOf(hall, (await settings.SiteAsync(cancellation)).Value), errors, "Week.");
        ImmutableArray<Closure> closures = [.. Closures.Select((row, i) => row.Read(errors, string.Create(CultureInfo.InvariantCulture, $"{nameof(Closures)}[{i}]."))).OfType<Closure>().OrderBy(c => c.From)];
        var contact = new SiteContact(Typed.Line(Address), Typed.Line(PostalCode), Typed.Line(City), International(Typed.Line(Phone)), Typed.Line(Email), geo, hours);
        if (!errors.None)
            return Refuse(await settings.FaultsAsync(site => site with { Contact = contact }, cancellation));
        if ((record?.Version ?? 0) != HallVersion)
            return Answer(new([], IsStale: true));
        var result = await settings.SaveAsync(Version, "contact-saved", site => site with { Contact = contact }, cancellation);
        if (result.IsSaved && record is not null && hall is not null && !(hall.Hours.SequenceEqual(hours) && hall.Closures.SequenceEqual(closures)))
            await ChangeHallAsync(record, hours, closures, cancellation);
        return Answer(result);
    }

    /// <summary>The town hall is open at the same hours wherever the site says so.</summary>
    private async Task ChangeHallAsync(ItemRecord record, ImmutableArray<string> hours, ImmutableArray<Closure> closures, CancellationToken cancellation)
    {
        var result = await items.ChangeAtOnceAsync(record.Id, HallVersion, "hours-changed", item => (DirectoryEntry)item with { Hours = hours, Closures = closures }, cancellation);
        if (result is SaveResult.Conflict conflict)
            TempData["Warning"] = ItemTexts.T.Format("ChangedMeanwhile", Authors.Starting(conflict.Theirs.UpdatedBy));
    }

    private async Task<(ItemRecord? Record, DirectoryEntry? Entry)> HallAsync(CancellationToken cancellation)
    {
        var record = await items.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Kind == ContentKind.Directory && i.Key == DirectoryEntry.TownHallKey && i.LiveText != null, cancellation);
        return (record, record is null ? null : ItemProjection.Live(record, await time.ZoneAsync(cancellation)) as DirectoryEntry);
    }

    /// <summary>As the public site reads them: the entry's, when the settings tell none.</summary>
    private static ImmutableArray<string> HoursOf(DirectoryEntry? hall, Site site) =>
        site.Contact is { Hours.IsEmpty: false } contact ? contact.Hours : hall?.Hours ?? [];

    // "03 87 00 00 00" is how people write a number of this country.
    private static string? International(string? phone) =>
        phone is { Length: > 1 } && phone[0] == '0' && phone[1] != '0' ? "+33 " + phone[1..].Trim() : phone;
}

/// <summary>Opening hours as lines people write: <c>lundi-vendredi 9h-12h, 14h-17h</c>; the strings of the content format are understood too.</summary>
internal static class FrenchHours
{
    private static readonly (string French, string Code)[] Days =
    [
        ("lundi", "Mo"), ("mardi", "Tu"), ("mercredi", "We"), ("jeudi", "Th"), ("vendredi", "Fr"), ("samedi", "Sa"), ("dimanche", "Su"),
    ];

    public static string? Show(ImmutableArray<string> hours) => Typed.Joined([.. hours.Select(ToFrench)]);

    public static ImmutableArray<string> Read(string? text, FormErrors errors, string field)
    {
        ImmutableArray<string> hours = [.. Typed.Lines(text).Select(ToCode)];
        var faults = HoursParser.Parse(hours).Faults;
        if (!faults.IsEmpty)
            errors.Add(field, SettingsTexts.T["HoursWrong"]);
        return hours;
    }

    private static string ToFrench(string hours) =>
        Days.Aggregate(hours, (text, day) => text.Replace(day.Code, day.French, StringComparison.Ordinal)).Replace("PH off", SettingsTexts.T["HoursHolidays"], StringComparison.Ordinal);

    private static string ToCode(string line)
    {
        var text = line.Equals(SettingsTexts.T["HoursHolidays"], StringComparison.OrdinalIgnoreCase) ? "PH off" : line.ToLowerInvariant();
        if (text == "PH off")
            return text;
        text = Days.Aggregate(text, (t, day) => t.Replace(day.French, day.Code, StringComparison.Ordinal).Replace(day.Code.ToLowerInvariant() + " ", day.Code + " ", StringComparison.Ordinal));
        return HoursOfDay().Replace(text, m => $"{m.Groups["h"].Value.PadLeft(2, '0')}:{(m.Groups["m"].Success ? m.Groups["m"].Value : "00")}").Replace(", ", ",", StringComparison.Ordinal);
    }

    private static System.Text.RegularExpressions.Regex HoursOfDay() => Pattern;

    private static readonly System.Text.RegularExpressions.Regex Pattern =
        new(@"\b(?<h>\d{1,2})\s?[h:]\s?(?<m>\d{2})?", System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
