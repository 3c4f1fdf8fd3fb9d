using Microsoft.Extensions.Options;
using SiteFactory.Cms.Hosting;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Cms.Media;

/// <summary>The parts of the library.</summary>
internal static class MediaServices
{
    public static void AddMedia(this IServiceCollection services)
    {
        services.AddSingleton(provider => Files(provider.GetRequiredService<IOptions<CmsOptions>>().Value));
        services.AddSingleton(_ => new PictureWorker(PictureWorkerOptions.Default));
        services.AddSingleton<IPictureWorker>(provider => provider.GetRequiredService<PictureWorker>());
        services.AddSingleton<IPictureCleaner>(provider => provider.GetRequiredService<PictureWorker>());
        services.AddSingleton<UploadCheck>();
        services.AddSingleton<Thumbnails>();
        services.AddScoped<MediaLibrary>();
        services.AddScoped<MediaRenaming>();
        services.AddScoped<MediaUses>();
    }

    private static IMediaFiles Files(CmsOptions options)
    {
        var folder = new FolderMediaFiles(Path.Combine(options.Data, "media"));
        return options.MediaStore.Endpoint.Length == 0 ? folder : new S3MediaFiles(S3MediaFiles.Client(options.MediaStore), options.MediaStore.Bucket, folder);
    }
}
