using System.Collections.Immutable;
using System.Text.Json;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;

namespace SiteFactory.EServices.Open311;

/// <summary>A portal that speaks Open311 GeoReport v2: FixMyStreet and others.</summary>
public sealed class Open311Portal(PortalDeclaration declaration) : IPortal
{
    private const int MostServices = 1000;

    /// <inheritdoc/>
    public PortalDeclaration Declaration { get; } = declaration;

    /// <summary>The protocol has no page for citizens: the territory declares where requests are followed.</summary>
    public TrackingDoor? Tracking => TrackingDoor.Of(Declaration.Tracking);

    /// <inheritdoc/>
    public ImmutableArray<string> Prefills => [Declaration.Parameter];

    private string Base => Declaration.Url!.TrimEnd('/');

    /// <summary>Reports start on the portal's own page, whatever their subject: the protocol knows no page a service.</summary>
    public string AddressOf(string key) => Base + "/";

    /// <inheritdoc/>
    public async Task<ImmutableArray<PortalService>?> ReadAsync(IPortalTransport transport, CancellationToken cancellation)
    {
        var query = Declaration.Jurisdiction is { } jurisdiction ? "?jurisdiction_id=" + Uri.EscapeDataString(jurisdiction) : "";
        var answer = await transport.GetAsync(new($"{Base}/services.json{query}"), Declaration.IsLocal, cancellation).ConfigureAwait(false);
        return Services(answer);
    }

    private ImmutableArray<PortalService> Services(ReadOnlyMemory<byte> answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer, new() { MaxDepth = 32 });
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                throw new PortalException(PortalProblem.Malformed, "services.json");
            return [.. document.RootElement.EnumerateArray().Take(MostServices).Select(Service).OfType<PortalService>().DistinctBy(s => s.Key, StringComparer.Ordinal)];
        }
        catch (JsonException e)
        {
            throw new PortalException(PortalProblem.Malformed, e.Message, e);
        }
    }

    private PortalService? Service(JsonElement service)
    {
        if (service.ValueKind != JsonValueKind.Object)
            return null;
        var title = CatalogueWords.Title(Text(service, "service_name"));
        // Codes are often numbers; a key made of the name reads better in an address and outlives a new numbering.
        return title is null || CatalogueWords.Key(title) is not { } key
            ? null
            : new(key, title, CatalogueWords.Text(Text(service, "description")), CatalogueWords.Title(Text(service, "group")), AddressOf(key), IsOpen: true, NeedsSignIn: false, CatalogueWords.Keywords([Text(service, "keywords")]));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
