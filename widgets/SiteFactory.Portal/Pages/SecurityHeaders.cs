using Microsoft.AspNetCore.Http;

namespace SiteFactory.Portal.Pages;

/// <summary>Headers of every answer, and the refusal of pages sent from other sites.</summary>
internal sealed class SecurityHeaders(PortalOptions options) : IEndpointFilter
{
    private readonly string _policy = Policy(options);

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = _policy;
        headers.XContentTypeOptions = "nosniff";
        // frame-ancestors says it, and can name sites.
        headers.XFrameOptions = options.FrameAncestors.Count == 0 ? "DENY" : default;
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (IsForeignPost(http.Request))
            return Results.Text("", statusCode: StatusCodes.Status403Forbidden);
        return await next(context);
    }

    /// <summary>Browsers say where a form comes from. Codes may come from communes' sites; programs say nothing and use their keys.</summary>
    private static bool IsForeignPost(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none")
        && !request.Path.StartsWithSegments("/code/load", StringComparison.Ordinal);

    private static string Policy(PortalOptions options)
    {
        var tiles = options.TileOrigin is { } origin ? " " + origin : "";
        var frames = options.FrameAncestors.Count == 0 ? "'none'" : string.Join(' ', options.FrameAncestors);
        return $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:{tiles}; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors {frames}";
    }
}
