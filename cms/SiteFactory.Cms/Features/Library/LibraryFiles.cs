using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Media;
using SiteFactory.Generator.Release;

namespace SiteFactory.Cms.Features.Library;

/// <summary>A file whose bytes can be handed out.</summary>
/// <param name="Hash">Of its bytes.</param>
public sealed record StoredFile(string Hash, string Type, int? Width, int? Height);

/// <summary>Finds files by the path that texts name: own ones, and those that others share.</summary>
public sealed class LibraryFiles(CmsDbContext database, IMediaFiles files, TerritoryReading territory)
{
    /// <summary>The file; null when there is none, or its site does not share it.</summary>
    public async Task<StoredFile?> FindAsync(string site, string path, CancellationToken cancellation)
    {
        if (path.StartsWith("media/", StringComparison.Ordinal))
        {
            var own = await database.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Path == path && m.DeletedAt == null, cancellation);
            own ??= await database.Media.AsNoTracking().OrderByDescending(m => m.UpdatedAt).FirstOrDefaultAsync(m => m.Path == path, cancellation);
            return own is null ? null : new(own.ContentHash, ContentTypes.Of(own.Path), own.Width, own.Height);
        }
        var now = await territory.NowAsync(cancellation);
        var shared = LibraryText.Shared(now.Snapshot, site).FirstOrDefault(m => $"{m.SiteKey}/{m.Path}" == path);
        return shared is null ? null : new(now.Files.HashOf(shared), ContentTypes.Of(shared.Path), shared.Width, shared.Height);
    }

    /// <summary>Its bytes.</summary>
    public Stream Open(StoredFile file) => files.OpenRead(file.Hash);
}
