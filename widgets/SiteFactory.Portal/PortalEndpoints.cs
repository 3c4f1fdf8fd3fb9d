using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SiteFactory.Portal.Api;
using SiteFactory.Portal.Guard;
using SiteFactory.Portal.Pages;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal;

/// <summary>Marks the portal's own routes.</summary>
public sealed record PortalEndpoint;

/// <summary>The portal's routes, on its own host names.</summary>
public static class PortalEndpoints
{
    /// <summary>
    /// Keeps the portal's host names for the portal: no other page of the application answers there. Call it between routing and
    /// whatever looks at endpoints.
    /// </summary>
    public static IApplicationBuilder UsePortalHosts(this IApplicationBuilder application)
    {
        var options = application.ApplicationServices.GetRequiredService<PortalOptions>();
        return application.Use(async (context, next) =>
        {
            if (options.IsPortal(context.Request.Host) && context.GetEndpoint()?.Metadata.GetMetadata<PortalEndpoint>() is null)
            {
                context.SetEndpoint(null);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            await next(context);
        });
    }

    /// <summary>Maps every route of the portal. Call it after <c>AddPortal</c>; it answers only the configured hosts.</summary>
    public static IEndpointConventionBuilder MapPortal(this IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<PortalOptions>();
        var portal = endpoints.MapGroup("").RequireHost([.. options.Hosts]).AllowAnonymous().DisableAntiforgery().WithMetadata(new PortalEndpoint()).AddEndpointFilter(new SecurityHeaders(options));
        Pages(portal);
        Codes(portal);
        Apis(portal);
        portal.MapFallback(async (HttpContext context, PageScope scope) => await scope.NotFoundAsync(context));
        return portal;
    }

    private static void Pages(RouteGroupBuilder portal)
    {
        portal.MapGet("/", SitePages.HomeAsync);
        portal.MapGet("/suivi/", SitePages.FollowAsync);
        portal.MapGet("/donnees-personnelles/", SitePages.PrivacyAsync);
        portal.MapGet("/accessibilite/", SitePages.AccessibilityAsync);
        portal.MapGet("/manifest.webmanifest", (HttpContext context, PageScope scope) => SitePages.ManifestAsync(null, null, context, scope));
        portal.MapGet("/{category}/{slug}/manifest.webmanifest", SitePages.ManifestAsync);
        portal.MapGet("/_portail/{version}/marque.css", async (HttpContext context, PageScope scope) => PortalAssets.Brand(await scope.TerritoryAsync(context), context));
        portal.MapGet("/_portail/{version}/{name}", (string name, HttpContext context) => PortalAssets.Serve(name, context));
        portal.MapGet("/adresses", AddressesAsync);
        portal.Map("/erreur/{code:int}", SitePages.ErrorAsync);
        portal.MapGet("/{category}/", SitePages.CategoryAsync);
        portal.MapGet("/{category}/{slug}/", FormPages.StartAsync);
        portal.MapPost("/{category}/{slug}/", FormPages.BeginAsync);
    }

    private static void Codes(RouteGroupBuilder portal)
    {
        portal.MapGet("/demande/{code}", RequestPages.OpenAsync);
        portal.MapGet("/demande/{code}/etape/{number:int}", FormPages.StepAsync);
        portal.MapPost("/demande/{code}/etape/{number:int}", FormPages.SaveStepAsync);
        portal.MapGet("/demande/{code}/verification", RequestPages.ReviewAsync);
        portal.MapPost("/demande/{code}/verification", RequestPages.SendAsync);
        portal.MapGet("/demande/{code}/envoyee", RequestPages.SentAsync);
        portal.MapPost("/demande/{code}/message", RequestPages.MessageAsync);
        portal.MapGet("/demande/{code}/fichier/{key}", RequestPages.FileAsync);
        portal.MapPost("/code/load", RequestPages.LoadAsync);
        portal.MapGet("/code/load", (HttpContext context, PageScope scope) =>
            context.Request.Query["code"].ToString() is { Length: > 0 } code && scope.Code(context, code) is { } parsed
                ? Task.FromResult(FormPages.SeeOther(context, "/demande/" + parsed)) : scope.WrongCodeAsync(context));
    }

    private static void Apis(RouteGroupBuilder portal)
    {
        var api = portal.MapGroup("").AddEndpointFilter(ApiLimitAsync);
        api.MapGet("/api/categories/", PublikApi.CategoriesAsync);
        api.MapGet("/api/formdefs/", PublikApi.FormDefsAsync);
        api.MapGet("/api/formdefs/{slug}/schema", PublikApi.Schema);
        api.MapPost("/api/formdefs/{slug}/submit", PublikApi.SubmitAsync);
        api.MapGet("/api/code/{code}", PublikApi.CodeAsync);
        foreach (var prefix in (string[])["", "/open311/v2"])
        {
            api.MapGet(prefix + "/services.json", Open311Api.Services);
            api.MapGet(prefix + "/services/{code}.json", Open311Api.Service);
            api.MapPost(prefix + "/requests.json", Open311Api.CreateAsync);
            api.MapGet(prefix + "/requests/{id}.json", Open311Api.RequestAsync);
        }
    }

    private static async ValueTask<object?> ApiLimitAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var limiter = context.HttpContext.RequestServices.GetRequiredService<AddressLimiter>();
        return limiter.Allow(Counted.Api, context.HttpContext.Connection.RemoteIpAddress)
            ? await next(context) : Results.Json(new { err = 1, err_desc = "Too many requests." }, statusCode: StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> AddressesAsync(HttpContext context, PlaceSearch search, AddressLimiter limiter)
    {
        if (!limiter.Allow(Counted.Search, context.Connection.RemoteIpAddress))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        var query = context.Request.Query;
        return Results.Json(await search.FindAsync(query["q"].ToString(), query["commune"].ToString(), context.RequestAborted));
    }
}
