using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Delivery.Feed;
using SiteFactory.Cms.Delivery.Items;
using SiteFactory.Cms.Delivery.Webhooks;

namespace SiteFactory.Cms.Delivery;

/// <summary>The headless API, version 1: <c>/api/v1</c>, described at <c>/api/v1/openapi.json</c>.</summary>
public static class ApiEndpoints
{
    /// <summary>The document's name in its address.</summary>
    public const string Version = "v1";

    /// <summary>What the API needs.</summary>
    public static void AddDelivery(this IServiceCollection services)
    {
        services.AddScoped<ApiCaller>();
        services.AddSingleton<TerritoryFeed>();
        services.AddWebhooks();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow;
        });
        services.AddOpenApi(Version, options =>
        {
            options.ShouldInclude = description => description.GroupName == Version;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "SiteFactory";
                document.Info.Description = "Content of a territory and its communes. Send a key as 'Authorization: Bearer sf_…'.";
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Maps every route of it.</summary>
    public static void MapDelivery(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").WithGroupName(Version).DisableAntiforgery();
        api.MapGet("/sites", SitesAsync).WithMetadata(new ApiAccessAttribute(ApiRight.Read)).WithSummary("The sites of the territory.");
        ItemEndpoints.Map(api.MapGroup("/sites/{site}/items"));
        FeedEndpoints.Map(api.MapGroup("/territory"));
        endpoints.MapOpenApi("/api/{documentName}/openapi.json").WithMetadata(new OpenToAllAttribute());
    }

    private static async Task<IResult> SitesAsync(CmsDbContext database, CancellationToken cancellation) =>
        TypedResults.Ok(await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).OrderBy(s => s.Key)
            .Select(s => new SiteAnswer(s.Key, s.Name, s.Domain, s.Kind == Content.Model.SiteKind.Metropole)).ToListAsync(cancellation));
}

/// <summary>A site as the API tells it.</summary>
public sealed record SiteAnswer(string Key, string Name, string Domain, bool IsMetropole);
