using System.Globalization;
using NodaTime;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Territory;
using SiteFactory.Theming.French;

namespace SiteFactory.Portal.Mail;

/// <summary>Writes notices into the table of waiting mails, in the transaction of what they tell. The caller saves.</summary>
public sealed class NoticeWriter(PortalDbContext db, IPortalTerritory territory, CodeSeal seal, PortalOptions options, IClock clock)
{
    /// <summary>To the citizen: the request arrived. It holds the code, and is the acknowledgement that the law asks for.</summary>
    internal async Task AcknowledgeAsync(RequestRow row, TrackingCode code, CancellationToken cancellation)
    {
        if (row.Email is null)
            return;
        var now = await territory.CurrentAsync(cancellation);
        Add(row, row.Email, RequestsTexts.MailReceivedSubject, Fill(
            RequestsTexts.MailReceivedText, row.FormTitle, When(row.ReceivedAt, now), now.Body(row.Body)?.Called ?? "", code.ToString(), Link(code), RequestViews.Reference(row), now.Name));
    }

    /// <summary>To the citizen: something new stands on the follow-up page. What it is stays there.</summary>
    internal async Task TellCitizenAsync(RequestRow row, CancellationToken cancellation)
    {
        if (row.Email is null || seal.Open(row.CodeSealed) is not { } code)
            return;
        var now = await territory.CurrentAsync(cancellation);
        Add(row, row.Email, RequestsTexts.MailNewsSubject, Fill(
            RequestsTexts.MailNewsText, row.FormTitle, RequestViews.Reference(row), StatusWords.Label(row.Status), Link(code), now.Name));
    }

    /// <summary>To the body: a request waits. No personal data travels by mail.</summary>
    internal async Task TellBodyAsync(RequestRow row, CancellationToken cancellation)
    {
        var now = await territory.CurrentAsync(cancellation);
        if (now.Body(row.Body)?.Email is { } to)
            Add(row, to, Fill(RequestsTexts.MailBodySubject, row.CategoryLabel), Fill(RequestsTexts.MailBodyText, row.FormTitle, row.CategoryLabel, RequestViews.Reference(row), now.Name));
    }

    /// <summary>To the body: the citizen wrote.</summary>
    internal async Task TellBodyOfMessageAsync(RequestRow row, CancellationToken cancellation)
    {
        var now = await territory.CurrentAsync(cancellation);
        if (now.Body(row.Body)?.Email is { } to)
            Add(row, to, Fill(RequestsTexts.MailAnswerSubject, RequestViews.Reference(row)), Fill(RequestsTexts.MailAnswerText, row.FormTitle, RequestViews.Reference(row), now.Name));
    }

    private void Add(RequestRow row, string to, string subject, string text)
    {
        var now = clock.GetCurrentInstant();
        db.Mails.Add(new() { To = to, Subject = subject, Text = text, CreatedAt = now, NotBefore = now, RequestId = row.Id });
    }

    private string Link(TrackingCode code) => new Uri(options.Root, "demande/" + code).ToString();

    private static string When(Instant at, PortalTerritory territory)
    {
        var local = at.InZone(DateTimeZoneProviders.Tzdb[territory.TimeZone]).LocalDateTime;
        return $"{FrenchDates.Long(local.Date)} à {FrenchDates.Hour(local.TimeOfDay)}";
    }

    private static string Fill(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
