using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Write.Pictures;
using SiteFactory.Content.Media;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Tests.Hosting;

/// <summary>The generator's picture worker behind the portal's interface, as hosts have it.</summary>
public sealed class SharpCleaner : IPhotoCleaner
{
    private static readonly PictureWorker Worker = new(PictureWorkerOptions.Default);

    public async Task<byte[]?> CleanAsync(byte[] file, int longestSide, CancellationToken cancellation)
    {
        if (PictureSize.Of(file) is not { } size)
            return null;
        var folder = Directory.CreateTempSubdirectory("sitefactory-photo-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "in"), Path.Combine(folder.FullName, "out.jpg"));
            await File.WriteAllBytesAsync(source, file, cancellation);
            var scale = Math.Min(1, longestSide / (double)Math.Max(size.Width, size.Height));
            var variant = new PictureVariant("", default, "", PictureFormat.Jpeg, default, Side(size.Width, scale), Side(size.Height, scale), 82, 4);
            var answer = await Worker.MakeAsync(source, [new(variant, target)], cancellation);
            return answer.Problem is null ? await File.ReadAllBytesAsync(target, cancellation) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Side(int pixels, double scale) => Math.Max(1, (int)Math.Round(pixels * scale));
}
