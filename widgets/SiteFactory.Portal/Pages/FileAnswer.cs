using Microsoft.AspNetCore.Http;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Pages;

/// <summary>Hands a citizen's file out so that nothing in it can act: a photograph is shown, anything else is a download.</summary>
public static class FileAnswer
{
    public static IResult For(UploadFile file, HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return file.ContentType == "image/jpeg" ? Results.Bytes(file.Bytes, file.ContentType) : Results.File(file.Bytes, "application/octet-stream", file.Name);
    }
}
