using SiteFactory.Generator.Plan.Pictures;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>The most that a picture may be.</summary>
/// <param name="Pixels">Of all its frames together.</param>
/// <param name="Frames">Of an animation.</param>
/// <param name="Edge">Pixels of the longer side; a greater one is made smaller.</param>
public sealed record PictureLimits(long Pixels, int Frames, int Edge);

/// <summary>Why a picture was not taken.</summary>
public enum PictureRefusal
{
    /// <summary>Not a picture, cut short, or in a form that is not supported.</summary>
    Unreadable,

    TooManyPixels,

    TooManyFrames,

    /// <summary>Not finished in time.</summary>
    TooSlow,
}

/// <summary>A picture that was made anew.</summary>
/// <param name="Refusal">Null: the file was written.</param>
/// <param name="Detail">The decoder's own words, for logs.</param>
/// <param name="Format">What was written.</param>
public sealed record CleanedPicture(PictureRefusal? Refusal, string? Detail, PictureFormat? Format, int Width, int Height);

/// <summary>Decodes what a stranger sent and writes its pixels anew: nothing else of the file is left, its place and date included.</summary>
public interface IPictureCleaner
{
    /// <summary>Writes the picture to another file, upright, within the limits. Throws <see cref="PictureToolException"/> when the machine lacks what it takes.</summary>
    /// <param name="format">What to write; null: the picture's own format, WebP for those that sites do not publish.</param>
    Task<CleanedPicture> CleanAsync(string sourcePath, string to, PictureLimits limits, PictureFormat? format, CancellationToken cancellation);
}
