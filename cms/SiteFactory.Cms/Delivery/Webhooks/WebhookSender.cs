using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Api;

namespace SiteFactory.Cms.Delivery.Webhooks;

/// <summary>
/// Sends what is due. The header <c>X-SiteFactory-Signature: t=SECONDS,v1=HEX</c> is the HMAC-SHA256 of <c>SECONDS.BODY</c> with the
/// webhook's secret. What is not answered with 2xx is tried again, later each time, for about a day.
/// </summary>
public sealed class WebhookSender(CmsDbContext database, IHttpClientFactory clients, IDataProtectionProvider protection, IClock clock)
{
    /// <summary>The name of the client that only reaches public addresses.</summary>
    public const string ClientName = "webhooks";

    /// <summary>What a webhook's secret is protected for.</summary>
    public const string Purpose = "webhook-secret";

    private const int AtOnce = 20;

    private static readonly Duration[] Pauses =
    [
        Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(10), Duration.FromHours(1), Duration.FromHours(6), Duration.FromHours(18),
    ];

    /// <summary>Sends every message that is due, and writes down how each went.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var due = await database.WebhookDeliveries.Where(d => d.NextAttemptAt != null && d.NextAttemptAt <= now).OrderBy(d => d.Id).Take(AtOnce).ToListAsync(cancellation);
        foreach (var delivery in due)
        {
            var hook = await database.Webhooks.AsNoTracking().FirstAsync(w => w.Id == delivery.WebhookId, cancellation);
            var outcome = hook.DisabledAt is null ? await TryAsync(hook, delivery, now, cancellation) : "disabled";
            Note(delivery, outcome, now);
            await database.SaveChangesAsync(cancellation);
        }
        return due.Count;
    }

    /// <summary>The signature of a body at a moment.</summary>
    public static string Sign(string secret, long seconds, string body)
    {
        var signed = string.Create(CultureInfo.InvariantCulture, $"{seconds}.{body}");
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed));
        return string.Create(CultureInfo.InvariantCulture, $"t={seconds},v1={Convert.ToHexStringLower(hash)}");
    }

    private async Task<string> TryAsync(Webhook hook, WebhookDelivery delivery, Instant now, CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new StringContent(delivery.Payload, Encoding.UTF8, "application/json") };
            var secret = protection.CreateProtector(Purpose).Unprotect(hook.ProtectedSecret);
            request.Headers.Add("X-SiteFactory-Signature", Sign(secret, now.ToUnixTimeSeconds(), delivery.Payload));
            using var response = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or CryptographicException && !cancellation.IsCancellationRequested)
        {
            return e.Message;
        }
    }

    private static void Note(WebhookDelivery delivery, string outcome, Instant now)
    {
        delivery.Attempts++;
        delivery.LastOutcome = outcome;
        var isTaken = outcome.Length == 3 && outcome[0] == '2';
        delivery.DeliveredAt = isTaken ? now : null;
        delivery.NextAttemptAt = isTaken || outcome == "disabled" || delivery.Attempts > Pauses.Length ? null : now + Pauses[delivery.Attempts - 1];
    }
}
