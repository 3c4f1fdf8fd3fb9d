using Microsoft.AspNetCore.Http;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Pages;

/// <summary>Hands a citizen's file out so that nothing in it can act: a photograph is shown, anything else is a download.</summary>
public static class FileAnswer
{
    /// <summary>Sets the answer's headers; gives the type to send the bytes as, and the name of a download.</summary>
    public static (string ContentType, string? DownloadName) Prepare(UploadFile file, HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return file.ContentType == "image/jpeg" ? (file.ContentType, null) : ("application/octet-stream", file.Name);
    }

    internal static IResult For(UploadFile file, HttpContext context)
    {
        var (type, name) = Prepare(file, context);
        return Results.File(file.Bytes, type, name);
    }
}
