using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Import;

namespace SiteFactory.Cms.Features.Publications;

/// <summary>The whole territory's content as one file.</summary>
[TerritoryAccess(TerritoryRole.Administrator)]
public sealed class ExportModel(FolderExport export) : PageModel
{
    /// <summary>Answers with a zip archive, written while it is sent.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var source = await export.ReadAsync(cancellation);
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = "attachment; filename=contenus.zip";
        // The archive's directory is written by a method that knows no asynchronous form.
        if (HttpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
            body.AllowSynchronousIO = true;
        await Task.Run(() =>
        {
            using var archive = new ZipArchive(Response.Body, ZipArchiveMode.Create, leaveOpen: true);
            FolderExport.Write(source, new ZipSink(archive, source.Media));
        }, cancellation);
        return new EmptyResult();
    }
}
