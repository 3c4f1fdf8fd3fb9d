namespace SiteFactory.Cms.Hosting;

/// <summary>What the back office's answers tell browsers: no inline script or style, no frame around it, nothing kept.</summary>
public sealed class BackOfficeHeaders(RequestDelegate next)
{
    /// <summary>The policy of every page of the back office; only its own preview may stand in a frame of it.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
        "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The policy of pages with a map: its tiles may be shown.</summary>
    /// <param name="tiles">Where they come from: <c>https://data.geopf.fr</c>.</param>
    public static string PolicyWithMap(string tiles) => Policy.Replace("data: blob:", "data: blob: " + tiles, StringComparison.Ordinal);

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
