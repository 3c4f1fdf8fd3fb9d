namespace SiteFactory.Portal.Uploads;

/// <summary>
/// Decodes a photograph and writes it again, as JPEG, upright, no larger than asked, without any of its metadata (place, camera,
/// date, thumbnails): what cannot be decoded does not pass, and nothing hidden in the file survives.
/// </summary>
public interface IPhotoCleaner
{
    /// <summary>The new file, or null when it is not a picture that can be read.</summary>
    /// <param name="file">JPEG, PNG or WebP, already checked for its size.</param>
    /// <param name="longestSide">In pixels.</param>
    Task<byte[]?> CleanAsync(byte[] file, int longestSide, CancellationToken cancellation);
}
