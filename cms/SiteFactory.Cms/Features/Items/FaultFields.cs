using SiteFactory.Content.Faults;

namespace SiteFactory.Cms.Features.Items;

/// <summary>Finds the field of a form that a fault of a text is about.</summary>
public static class FaultFields
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["title"] = "Title",
        ["summary"] = "Summary",
        ["topics"] = "Topics",
        ["image"] = "Image",
        ["imageAlt"] = "ImageAlt",
        ["publishAt"] = "PublishAt",
        ["unpublishAt"] = "UnpublishAt",
        ["redirectFrom"] = "RedirectFrom",
        ["audience"] = "Audience.Who",
        ["date"] = "Date",
        ["start"] = "StartDate",
        ["end"] = "EndDate",
        ["rrule"] = "Repeat.Repeats",
        ["dates"] = "Dates",
        ["exceptDates"] = "ExceptDates",
        ["place"] = "Place",
        ["location"] = "LocationName",
        ["registration"] = "Registration",
        ["entry"] = "Entry",
        ["postalCode"] = "PostalCode",
        ["geo"] = "Latitude",
        ["phones"] = "Phones",
        ["emails"] = "Emails",
        ["urls"] = "Urls",
        ["hours"] = "Week",
        ["closures"] = "Closures",
        ["type"] = "Type",
        ["session"] = "Session",
        ["author"] = "AuthorLastName",
        ["file"] = "File",
        ["severity"] = "Severity",
        ["from"] = "From",
        ["until"] = "Until",
        ["link"] = "Link",
        ["mount"] = "Mount",
    };

    /// <summary>The field's name; the text's when the fault names no key; empty when no field is meant.</summary>
    public static string Of(Fault fault)
    {
        if (fault.Key is not { } key)
            return fault.Line is null && fault.Code is "duplicate-address" or "address-taken" or "reserved-address" ? "Address" : "Body";
        var top = key.Split('.', '[')[0];
        return Fields.GetValueOrDefault(top, "");
    }

    /// <summary>What is wrong and how to mend it.</summary>
    public static string Sentence(Fault fault) => $"{fault.Message} {fault.Cure}".Trim();
}
