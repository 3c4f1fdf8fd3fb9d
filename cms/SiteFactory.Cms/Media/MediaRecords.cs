using NodaTime;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Content.Model;
using SiteFactory.Generator.Release;

namespace SiteFactory.Cms.Media;

/// <summary>Between the library's rows and the content model.</summary>
public static class MediaRecords
{
    /// <summary>A row for a file that the library did not have.</summary>
    public static MediaRecord New(string siteKey, string path, string author, Instant now, string hash) => new()
    {
        Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
        SiteKey = siteKey,
        Path = path,
        ContentHash = hash,
        ContentType = ContentTypes.Of(path),
        CreatedAt = now,
        CreatedBy = author,
        UpdatedAt = now,
        Version = 1,
    };

    /// <summary>Writes what the content format says of a file into its row.</summary>
    public static void Describe(MediaRecord record, MediaItem item)
    {
        record.Length = item.Length;
        record.Width = item.Width;
        record.Height = item.Height;
        record.Alt = item.Alt;
        record.Decorative = item.Decorative;
        record.Credit = item.Credit;
        record.Licence = item.Licence;
        record.LicenceUntil = item.LicenceUntil;
        record.Consent = item.Consent;
        record.FocusX = item.Focus?.X;
        record.FocusY = item.Focus?.Y;
        record.Shared = item.Shared;
    }

    /// <summary>What the content format says of a file; the fingerprint and size are the reader's to find.</summary>
    public static MediaItem Item(MediaRecord record) => new()
    {
        SiteKey = record.SiteKey,
        Path = record.Path,
        Length = record.Length,
        ContentFingerprint = default,
        Width = record.Width,
        Height = record.Height,
        Alt = record.Alt,
        Decorative = record.Decorative,
        Credit = record.Credit,
        Licence = record.Licence,
        LicenceUntil = record.LicenceUntil,
        Consent = record.Consent,
        Focus = record is { FocusX: { } x, FocusY: { } y } ? new FocalPoint(x, y) : null,
        Shared = record.Shared,
    };
}
