using Microsoft.AspNetCore.Antiforgery;

namespace SiteFactory.Cms.Access;

/// <summary>Guards what a script of the back office sends, as forms are guarded: with the token of the page that it runs in.</summary>
public static class ScriptRequests
{
    /// <summary>Refuses requests without the page's token (header <c>RequestVerificationToken</c>, or the form's own field).</summary>
    public static TBuilder WithToken<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (context, next) =>
        {
            var antiforgery = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
            return await antiforgery.IsRequestValidAsync(context.HttpContext) ? await next(context) : TypedResults.BadRequest();
        });
}
