using System.Collections.Immutable;
using SiteFactory.Generator.Plan.Pictures;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>Decodes a picture and writes it in other sizes and formats.</summary>
public interface IPictureWorker : IAsyncDisposable
{
    /// <summary>Writes every job's file, or says what is wrong with the source.</summary>
    Task<PictureAnswer> MakeAsync(string sourcePath, ImmutableArray<PictureJob> jobs, CancellationToken cancellation);
}

/// <summary>A variant and where to write it.</summary>
public sealed record PictureJob(PictureVariant Variant, string To);

/// <summary>What can be wrong with one picture.</summary>
public enum PictureProblem
{
    /// <summary>Not a picture, cut short, or in a form that is not supported.</summary>
    Unreadable,

    /// <summary>Not finished in time.</summary>
    TooSlow,

    /// <summary>The worker died of it, twice.</summary>
    Crash,
}

/// <param name="Problem">Null: every file was written.</param>
public sealed record PictureAnswer(PictureProblem? Problem, string? Detail)
{
    public static PictureAnswer Done { get; } = new(null, null);
}
