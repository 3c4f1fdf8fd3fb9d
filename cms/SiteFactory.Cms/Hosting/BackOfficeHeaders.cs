namespace SiteFactory.Cms.Hosting;

/// <summary>What the back office's answers tell browsers: no inline script or style, no frame around it, nothing kept.</summary>
public sealed class BackOfficeHeaders(RequestDelegate next)
{
    /// <summary>The policy of every page of the back office; only its own preview may stand in a frame of it.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The policy of pages with a map: the tiles of the national geographic institute may be shown.</summary>
    public const string PolicyWithMap =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob: https://data.geopf.fr; font-src 'self'; connect-src 'self'; " +
        "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds them.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
