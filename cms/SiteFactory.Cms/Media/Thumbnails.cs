using System.Globalization;
using Microsoft.Extensions.Options;
using SiteFactory.Cms.Hosting;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Cms.Media;

/// <summary>Small pictures for the back office, made once and kept beside the database.</summary>
public sealed class Thumbnails(IMediaFiles files, IPictureWorker worker, IOptions<CmsOptions> options)
{
    private const int Quality = 72;
    private const int Effort = 2;

    private readonly string _folder = Path.Combine(options.Value.Data, "vignettes");

    /// <summary>The file of a picture's small form, WebP; null when it cannot be made.</summary>
    /// <param name="hash">Of the original.</param>
    /// <param name="width">Pixels of the original, and how wide the small form is.</param>
    public async Task<string?> FileAsync(string hash, (int Width, int Height) size, int width, CancellationToken cancellation)
    {
        width = Math.Min(width, size.Width);
        var height = Math.Max(1, (int)Math.Round((double)size.Height * width / size.Width));
        var path = Path.Combine(_folder, hash[..2], string.Create(CultureInfo.InvariantCulture, $"{hash}-{width}.webp"));
        if (File.Exists(path))
            return path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var copy = files.LocalPath(hash) is { } local && File.Exists(local) ? null : await CopyAsync(hash, cancellation);
        var temporary = path + "." + Path.GetRandomFileName();
        try
        {
            var variant = new PictureVariant("", Fingerprint.Of(hash), "", PictureFormat.WebP, PictureWork.Encode, width, height, Quality, Effort);
            var answer = await worker.MakeAsync(copy ?? files.LocalPath(hash)!, [new(variant, temporary)], cancellation);
            if (answer.Problem is not null)
                return null;
            File.Move(temporary, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(temporary);
            if (copy is not null)
                File.Delete(copy);
        }
    }

    private async Task<string> CopyAsync(string hash, CancellationToken cancellation)
    {
        var path = Path.Combine(_folder, Path.GetRandomFileName());
        await using var source = files.OpenRead(hash);
        await using var target = File.Create(path);
        await source.CopyToAsync(target, cancellation);
        return path;
    }
}
