using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Catalogue;
using SiteFactory.EServices.Http;

namespace SiteFactory.EServices.Links;

/// <summary>A list of links: its services are declared in content, each with its address.</summary>
public sealed class LinksPortal(PortalDeclaration declaration) : IPortal
{
    /// <inheritdoc/>
    public PortalDeclaration Declaration { get; } = declaration;

    /// <inheritdoc/>
    public TrackingDoor? Tracking => TrackingDoor.Of(Declaration.Tracking);

    /// <inheritdoc/>
    public ImmutableArray<string> Prefills => Declaration.Url is null ? [] : [Declaration.Parameter];

    /// <inheritdoc/>
    public string? AddressOf(string key) => Declaration.Url is { } url ? $"{url.TrimEnd('/')}/{Uri.EscapeDataString(key)}/" : null;

    /// <inheritdoc/>
    public Task<ImmutableArray<PortalService>?> ReadAsync(IPortalTransport transport, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<PortalService>?>(null);
}
