using System.Collections.Immutable;
using System.Text.Json;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Generator.Render.Feeds;

/// <summary>What <c>/demarches.json</c> says of a site. Addresses are absolute: other sites read it.</summary>
public sealed record ServiceListInfo(string Name, string? Insee, string Page, TrackingModel? Tracking, ImmutableArray<ServiceListEntry> Services);

/// <param name="Page">The site's page about the service.</param>
public sealed record ServiceListEntry(ServiceCard Card, string? Category, string Page, ImmutableArray<string> LifeEvents);

/// <summary>Writes <c>/demarches.json</c>: the list that the custom elements read.</summary>
public static class ServiceList
{
    public static byte[] Of(ServiceListInfo info) => FeedText.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", info.Name);
        json.Optional("insee", info.Insee);
        json.WriteString("page", info.Page);
        if (info.Tracking is { } door)
        {
            json.WriteStartObject("tracking");
            json.WriteString("method", door.Method);
            json.WriteString("action", door.Action);
            json.WriteString("field", door.Field);
            json.WriteString("portal", door.Portal);
            json.WriteEndObject();
        }
        json.WriteStartArray("services");
        foreach (var service in info.Services)
            Service(json, service);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Service(Utf8JsonWriter json, ServiceListEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("key", entry.Card.Key);
        json.WriteString("title", entry.Card.Title);
        json.Optional("summary", entry.Card.Description);
        json.Optional("category", entry.Category);
        json.WriteStartArray("lifeEvents");
        foreach (var moment in entry.LifeEvents)
            json.WriteStringValue(moment);
        json.WriteEndArray();
        json.WriteString("handler", entry.Card.HandlerKind);
        json.Optional("handledBy", entry.Card.Handler);
        json.WriteString("access", entry.Card.Access);
        json.WriteString("page", entry.Page);
        json.Optional("start", entry.Card.StartHref);
        json.WriteEndObject();
    }
}
