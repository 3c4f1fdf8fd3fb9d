using SiteFactory.Cms.Access;
using SiteFactory.Cms.Features.Items;

namespace SiteFactory.Cms.Features.Publications;

/// <summary>What the progress line asks for while a publication is on its way.</summary>
internal static class ProgressEndpoint
{
    /// <summary>Answers with the line; 204 when there is nothing to tell.</summary>
    public static void MapProgress(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/s/{site}/publications/etat", async (CurrentSite current, PublicationStatus status, PublicAddresses addresses, CancellationToken cancellation) =>
            await status.OfAsync(current.Key, cancellation) is { } progress
                ? Results.Json(ProgressLine.Of(current.Record!, progress, addresses))
                : Results.NoContent())
        .WithMetadata(new SiteAccessAttribute(SiteRight.See));
}
