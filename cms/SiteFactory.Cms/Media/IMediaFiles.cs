namespace SiteFactory.Cms.Media;

/// <summary>Where the bytes of the library are kept, under the SHA-256 of the file: a folder or an object store.</summary>
public interface IMediaFiles
{
    /// <summary>Keeps the bytes; the same bytes twice are kept once.</summary>
    /// <returns>SHA-256, lower-case hexadecimal.</returns>
    Task<string> AddAsync(Stream content, CancellationToken cancellation);

    /// <summary>Opens the file. Throws <see cref="IOException"/> when it is gone.</summary>
    Stream OpenRead(string hash);

    /// <summary>The file on the local disk, or null when it is elsewhere.</summary>
    string? LocalPath(string hash);
}
