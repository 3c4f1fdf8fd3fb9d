using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using SiteFactory.Content.Model;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>An alert as <c>/alertes.json</c> carries it.</summary>
/// <param name="Html">The message, rendered; null: the title says it all.</param>
/// <param name="Url">Where to read more.</param>
/// <param name="Owner">The name of the site that raised it.</param>
public sealed record AlertEntry(
    Guid Id,
    string Title,
    string? Html,
    AlertSeverity Severity,
    Instant? From,
    Instant? Until,
    string? Url,
    string Owner);

/// <summary>
/// <c>/alertes.json</c>: the alerts of a site, so that a page that was built or stored earlier shows what is urgent now.
/// <c>from</c> and <c>until</c> let the reader show and hide them by its own clock.
/// </summary>
public static class AlertFeed
{
    public static byte[] Of(ImmutableArray<AlertEntry> alerts) => FeedText.Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("alerts");
        foreach (var alert in alerts)
            Entry(json, alert);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Entry(Utf8JsonWriter json, AlertEntry alert)
    {
        json.WriteStartObject();
        json.WriteString("id", alert.Id);
        json.WriteString("severity", Word(alert.Severity));
        json.WriteString("title", alert.Title);
        json.Optional("html", alert.Html);
        json.Optional("from", alert.From is { } from ? FeedText.Moment(from) : null);
        json.Optional("until", alert.Until is { } until ? FeedText.Moment(until) : null);
        json.Optional("url", alert.Url);
        json.WriteString("owner", alert.Owner);
        json.WriteEndObject();
    }

    private static string Word(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Danger => "danger",
        AlertSeverity.Warning => "warning",
        _ => "info",
    };
}
