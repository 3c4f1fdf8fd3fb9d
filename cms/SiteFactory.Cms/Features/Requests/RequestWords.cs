using NodaTime;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Texts;
using SiteFactory.Portal.Data;
using SiteFactory.Theming.French;

namespace SiteFactory.Cms.Features.Requests;

/// <summary>The words of the screens about citizens' requests.</summary>
public static class RequestWords
{
    /// <summary>By name.</summary>
    public static TextResource Texts { get; } = SharedTexts.Of("Requests.RequestTexts");

    /// <summary>A moment in the territory's time: "12/12/2026 à 9 h 30".</summary>
    public static string Moment(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone).LocalDateTime;
        return $"{FrenchDates.Long(local.Date)} à {FrenchDates.Hour(local.TimeOfDay)}";
    }

    /// <summary>A day in the territory's time.</summary>
    public static string Day(Instant at, DateTimeZone zone) => FrenchDates.Long(at.InZone(zone).Date);

    /// <summary>Days as people say them: "3,5 jours".</summary>
    public static string Days(double? days) =>
        days is not { } value ? "–" : value < 1 ? Texts["UnderADay"] : value.ToString("0.#", SharedTexts.French) + "\u00a0" + FrenchText.Plural((int)value, Texts["DayOne"], Texts["DayMany"]);

    /// <summary>When a consultation takes answers: "Du 1er novembre 2026 au 31 janvier 2027".</summary>
    public static string Span(Portal.Forms.FormDefinition form) =>
        form.Consultation is { } dates ? Texts.Format("ConsultationSpan", FrenchDates.Long(dates.Opens), FrenchDates.Long(dates.Closes)) : "";

    /// <summary>The status before agents.</summary>
    public static string Status(RequestStatus status) => Texts["Status" + status];
}
