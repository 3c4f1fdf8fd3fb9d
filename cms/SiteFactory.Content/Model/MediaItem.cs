using NodaTime;
using SiteFactory.Content.Fingerprints;

namespace SiteFactory.Content.Model;

/// <summary>A file of a site's <c>media/</c> folder and what <c>media.yaml</c> says of it. The bytes come from <see cref="IMediaStore"/>.</summary>
public sealed record MediaItem
{
    public required string SiteKey { get; init; }

    /// <summary>Path from the site's folder: <c>media/mairie.jpg</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Of the file's bytes.</summary>
    public required Fingerprint ContentFingerprint { get; init; }

    /// <summary>Pixels as displayed (EXIF orientation applied); null for what is not a picture.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels as displayed; null for what is not a picture.</summary>
    public int? Height { get; init; }

    public string? Alt { get; init; }

    /// <summary>Says nothing that the text does not: shown with an empty alternative.</summary>
    public bool Decorative { get; init; }

    public string? Credit { get; init; }

    public string? Licence { get; init; }

    public LocalDate? LicenceUntil { get; init; }

    public string? Consent { get; init; }

    /// <summary>Where the eye should stay when the picture is cropped; 0,0 is top left, 1,1 bottom right. Null: the middle.</summary>
    public FocalPoint? Focus { get; init; }

    /// <summary>Other sites may show it.</summary>
    public bool Shared { get; init; }
}

/// <summary>A point of a picture, each coordinate from 0 to 1.</summary>
public readonly record struct FocalPoint(double X, double Y);

/// <summary>Gives the bytes of media; a folder, a database or an object store.</summary>
public interface IMediaStore
{
    /// <summary>Opens the file for reading. Throws <see cref="System.IO.IOException"/> when it is gone.</summary>
    Stream OpenRead(MediaItem item);

    /// <summary>The file on the local disk, or null when there is none: lets a writer copy or link without reading.</summary>
    string? LocalPath(MediaItem item);
}
