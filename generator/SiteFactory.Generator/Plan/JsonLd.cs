using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NodaTime;
using SiteFactory.Content.Hours;
using SiteFactory.Content.Model;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan;

/// <summary>
/// schema.org descriptions. Written with the default encoder, which escapes what could close a script element.
/// </summary>
internal static class JsonLd
{
    [ThreadStatic]
    private static JsonScratch? t_scratch;

    public static string Office(SiteScope site, string? image) => Write(w =>
    {
        var contact = site.Contact;
        Begin(w, "GovernmentOffice");
        w.WriteString("name"u8, contact.Name);
        w.WriteString("url"u8, site.Site.BaseUrl + "/");
        Optional(w, "image"u8, image);
        Optional(w, "telephone"u8, contact.Phone);
        Optional(w, "email"u8, contact.Email);
        Address(w, contact.Address, contact.PostalCode, contact.City);
        Geo(w, contact.Geo);
        Hours(w, Models.ContactModels.Hours(site), Models.ContactModels.Closures(site), site.Today);
        w.WriteStartObject("areaServed"u8);
        w.WriteString("@type"u8, "AdministrativeArea"u8);
        w.WriteString("name"u8, site.Site.Name);
        w.WriteEndObject();
    });

    public static string News(NewsCard card, string url, string? image, string dateIso, string publisher) => Write(w =>
    {
        Begin(w, "NewsArticle");
        w.WriteString("headline"u8, card.Title);
        w.WriteString("datePublished"u8, dateIso);
        w.WriteString("mainEntityOfPage"u8, url);
        w.WriteString("inLanguage"u8, "fr"u8);
        Optional(w, "description"u8, card.Summary);
        Optional(w, "image"u8, image);
        w.WriteStartObject("publisher"u8);
        w.WriteString("@type"u8, "GovernmentOrganization"u8);
        w.WriteString("name"u8, publisher);
        w.WriteEndObject();
    });

    public static string Event(EventMain main, string url, string? image) => Write(w =>
    {
        var card = main.Item;
        Begin(w, "Event");
        w.WriteString("name"u8, card.Title);
        w.WriteString("startDate"u8, card.When.StartIso);
        Optional(w, "endDate"u8, card.When.EndIso);
        w.WriteString("eventStatus"u8, "https://schema.org/" + (card.Status switch
        {
            "cancelled" => "EventCancelled",
            "postponed" => "EventPostponed",
            _ => "EventScheduled",
        }));
        w.WriteString("url"u8, url);
        Optional(w, "description"u8, card.Summary);
        Optional(w, "image"u8, image);
        if (main.PlaceName is { } place)
        {
            w.WriteStartObject("location"u8);
            w.WriteString("@type"u8, "Place"u8);
            w.WriteString("name"u8, place);
            Optional(w, "address"u8, main.PlaceAddress);
            Geo(w, main.Geo);
            w.WriteEndObject();
        }
        if (main.Organizer is { } organizer)
        {
            w.WriteStartObject("organizer"u8);
            w.WriteString("@type"u8, "Organization"u8);
            w.WriteString("name"u8, organizer);
            w.WriteEndObject();
        }
    });

    public static string Place(DirectoryCard card, DirectoryEntry item, string url, string? image, LocalDate today) => Write(w =>
    {
        Begin(w, item.Entry switch
        {
            DirectoryEntryType.Service => "GovernmentOffice",
            DirectoryEntryType.Association => "Organization",
            DirectoryEntryType.Business => "LocalBusiness",
            DirectoryEntryType.Person => "Person",
            _ => "Place",
        });
        w.WriteString("name"u8, card.Title);
        w.WriteString("url"u8, url);
        Optional(w, "image"u8, image);
        Optional(w, "telephone"u8, card.Phones.FirstOrDefault());
        Optional(w, "email"u8, card.Emails.FirstOrDefault());
        Address(w, item.Address, item.PostalCode, item.City);
        if (item.Entry is not (DirectoryEntryType.Association or DirectoryEntryType.Person))
        {
            Geo(w, card.Geo);
            Hours(w, item.Hours, item.Closures, today);
        }
    });

    public static string Service(SiteScope site, ServiceMain main) => Write(w =>
    {
        var card = main.Service;
        Begin(w, "GovernmentService");
        w.WriteString("name"u8, card.Title);
        w.WriteString("url"u8, site.Absolute(card.Href));
        w.WriteString("inLanguage"u8, "fr"u8);
        Optional(w, "description"u8, card.Description);
        if (main.ForWhom is { } whom)
        {
            w.WriteStartObject("audience"u8);
            w.WriteString("@type"u8, "Audience"u8);
            w.WriteString("audienceType"u8, whom);
            w.WriteEndObject();
        }
        w.WriteStartObject("provider"u8);
        w.WriteString("@type"u8, "GovernmentOrganization"u8);
        w.WriteString("name"u8, Theming.French.FrenchText.Capitalize(card.Handler ?? site.Site.Name));
        w.WriteEndObject();
        w.WriteStartObject("areaServed"u8);
        w.WriteString("@type"u8, "AdministrativeArea"u8);
        w.WriteString("name"u8, site.Site.Name);
        w.WriteEndObject();
        if (card.StartHref is { } start)
        {
            w.WriteStartObject("availableChannel"u8);
            w.WriteString("@type"u8, "ServiceChannel"u8);
            w.WriteString("serviceUrl"u8, start);
            w.WriteEndObject();
        }
    });

    private static void Begin(Utf8JsonWriter w, string type)
    {
        w.WriteString("@context"u8, "https://schema.org"u8);
        w.WriteString("@type"u8, type);
    }

    private static void Address(Utf8JsonWriter w, string? street, string? postalCode, string? city)
    {
        if (street is null && city is null)
            return;
        w.WriteStartObject("address"u8);
        w.WriteString("@type"u8, "PostalAddress"u8);
        Optional(w, "streetAddress"u8, street);
        Optional(w, "postalCode"u8, postalCode);
        Optional(w, "addressLocality"u8, city);
        w.WriteString("addressCountry"u8, "FR"u8);
        w.WriteEndObject();
    }

    private static void Geo(Utf8JsonWriter w, GeoModel? geo)
    {
        if (geo is null)
            return;
        w.WriteStartObject("geo"u8);
        w.WriteString("@type"u8, "GeoCoordinates"u8);
        w.WriteNumber("latitude"u8, geo.Latitude);
        w.WriteNumber("longitude"u8, geo.Longitude);
        w.WriteEndObject();
    }

    /// <summary>The week, and apart from it the closures to come.</summary>
    private static void Hours(Utf8JsonWriter w, ImmutableArray<string> entries, ImmutableArray<Closure> closures, LocalDate today)
    {
        if (entries.IsEmpty)
            return;
        var all = OpeningSpecification.Of(HoursParser.Parse(entries).Hours, [.. closures.Where(c => c.To >= today)]);
        Specifications(w, "openingHoursSpecification"u8, all.Where(s => s.ValidFrom is null));
        Specifications(w, "specialOpeningHoursSpecification"u8, all.Where(s => s.ValidFrom is not null));
    }

    private static void Specifications(Utf8JsonWriter w, ReadOnlySpan<byte> name, IEnumerable<OpeningSpecification> specifications)
    {
        var list = specifications.ToList();
        if (list.Count == 0)
            return;
        w.WriteStartArray(name);
        foreach (var specification in list)
        {
            w.WriteStartObject();
            w.WriteString("@type"u8, "OpeningHoursSpecification"u8);
            if (!specification.DaysOfWeek.IsEmpty)
                Days(w, specification.DaysOfWeek);
            w.WriteString("opens"u8, specification.Opens);
            w.WriteString("closes"u8, specification.Closes);
            Optional(w, "validFrom"u8, specification.ValidFrom);
            Optional(w, "validThrough"u8, specification.ValidThrough);
            w.WriteEndObject();
        }
        w.WriteEndArray();
    }

    private static void Days(Utf8JsonWriter w, ImmutableArray<string> days)
    {
        w.WriteStartArray("dayOfWeek"u8);
        foreach (var day in days)
            w.WriteStringValue("https://schema.org/" + day);
        w.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter w, ReadOnlySpan<byte> name, string? value)
    {
        if (value is { Length: > 0 })
            w.WriteString(name, value);
    }

    private static string Write(Action<Utf8JsonWriter> content)
    {
        var scratch = t_scratch ??= JsonScratch.Create(default);
        var writer = scratch.Begin();
        writer.WriteStartObject();
        content(writer);
        writer.WriteEndObject();
        return Encoding.UTF8.GetString(scratch.End());
    }
}
