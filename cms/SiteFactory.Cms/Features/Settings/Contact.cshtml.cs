using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Settings;

/// <summary>Where the town hall is, how to reach it, and when it is open.</summary>
[SiteAccess(SiteRight.Manage, Post = SiteRight.Manage)]
public sealed class ContactModel(SettingsStore settings) : SettingsPage
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

    /// <summary>One line a day or span of days.</summary>
    [BindProperty]
    public string? Hours { get; set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (site, version) = await settings.SiteAsync(cancellation);
        Version = version;
        if (site.Contact is not { } contact)
            return;
        (Address, PostalCode, City, Phone, Email) = (contact.Address, contact.PostalCode, contact.City, contact.Phone, contact.Email);
        (Latitude, Longitude) = GeoFields.Show(contact.Geo);
        Hours = FrenchHours.Show(contact.Hours);
    }

    /// <summary>Saves them.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var errors = new FormErrors(ModelState);
        var geo = GeoFields.Read(Latitude, Longitude, errors);
        var hours = FrenchHours.Read(Hours, errors, nameof(Hours));
        if (!errors.None)
            return Page();
        var contact = new SiteContact(Typed.Line(Address), Typed.Line(PostalCode), Typed.Line(City), International(Typed.Line(Phone)), Typed.Line(Email), geo, hours);
        return Answer(await settings.SaveAsync(Version, "contact-saved", site => site with { Contact = contact }, cancellation));
    }

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
