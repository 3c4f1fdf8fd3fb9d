using System.Collections.Immutable;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Portal.Territory;

/// <summary>A proposal for an address that somebody types.</summary>
public sealed record PlaceProposal(string Label, double? Lat, double? Lon);

/// <summary>Looks for addresses: at the configured address service within a short time, or among the territory's own places.</summary>
public sealed class PlaceSearch(IPortalTerritory territory, PortalOptions options, IHttpClientFactory clients, ILogger<PlaceSearch> log)
{
    private const int Most = 6;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public async Task<ImmutableArray<PlaceProposal>> FindAsync(string text, string? commune, CancellationToken cancellation)
    {
        if (text.Trim().Length < 3)
            return [];
        var now = await territory.CurrentAsync(cancellation);
        var remote = options.AddressApi is { Length: > 0 } api ? await AskAsync(api, text, now.Body(commune)?.Insee, cancellation) : [];
        return remote.IsEmpty ? Local(now, text, commune) : remote;
    }

    /// <summary>Every word must start a word of the place; the chosen commune's places come first.</summary>
    internal static ImmutableArray<PlaceProposal> Local(PortalTerritory now, string text, string? commune)
    {
        var words = Slug.From(text).Split('-', StringSplitOptions.RemoveEmptyEntries);
        return [.. now.Places
            .Where(p => ("-" + Slug.From(p.Label)) is var label && words.All(w => label.Contains("-" + w, StringComparison.Ordinal)))
            .OrderBy(p => p.Commune == commune ? 0 : 1).ThenBy(p => p.Label, StringComparer.Ordinal)
            .DistinctBy(p => p.Label).Take(Most).Select(p => new PlaceProposal(p.Label, p.Latitude, p.Longitude))];
    }

    private async Task<ImmutableArray<PlaceProposal>> AskAsync(string api, string text, string? insee, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            var address = $"{api}{(api.Contains('?', StringComparison.Ordinal) ? '&' : '?')}q={Uri.EscapeDataString(text)}&limit={Most}{(insee is null ? "" : "&citycode=" + insee)}";
            using var client = clients.CreateClient(nameof(PlaceSearch));
            client.MaxResponseContentBufferSize = 256 * 1024;
            var answer = await client.GetFromJsonAsync<JsonElement>(address, limit.Token);
            return [.. answer.GetProperty("features").EnumerateArray().Take(Most).Select(Proposal)];
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or InvalidOperationException or KeyNotFoundException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            log.LogInformation(e, "The address service did not answer; local places are proposed");
            return [];
        }
    }

    private static PlaceProposal Proposal(JsonElement feature)
    {
        var point = feature.GetProperty("geometry").GetProperty("coordinates");
        return new(feature.GetProperty("properties").GetProperty("label").GetString() ?? "", point[1].GetDouble(), point[0].GetDouble());
    }
}
