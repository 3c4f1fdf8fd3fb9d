using SiteFactory.Content.Media;
using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Write.Pictures;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Cms.Citizens;

/// <summary>Has citizens' photographs written anew by the generator's picture worker: decoded, upright, smaller, without metadata.</summary>
public sealed class WorkerPhotoCleaner(IPictureWorker worker, ILogger<WorkerPhotoCleaner> log) : IPhotoCleaner
{
    private const int Quality = 82;

    /// <inheritdoc/>
    public async Task<byte[]?> CleanAsync(byte[] file, int longestSide, CancellationToken cancellation)
    {
        if (PictureSize.Of(file) is not { } size)
            return null;
        var folder = Directory.CreateTempSubdirectory("sf-photo-");
        try
        {
            var (source, target) = (Path.Combine(folder.FullName, "in"), Path.Combine(folder.FullName, "out"));
            await File.WriteAllBytesAsync(source, file, cancellation);
            var answer = await worker.MakeAsync(source, [new(Variant(size, longestSide), target)], cancellation);
            if (answer.Problem is null)
                return await File.ReadAllBytesAsync(target, cancellation);
            log.LogInformation("A citizen's picture was refused: {Problem} {Detail}", answer.Problem, answer.Detail);
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PictureVariant Variant(PictureSize size, int longestSide)
    {
        var scale = Math.Min(1, longestSide / (double)Math.Max(size.Width, size.Height));
        return new("", default, "", PictureFormat.Jpeg, PictureWork.Encode, Side(size.Width, scale), Side(size.Height, scale), Quality, 0);
    }

    private static int Side(int pixels, double scale) => Math.Max(1, (int)Math.Round(pixels * scale));
}
