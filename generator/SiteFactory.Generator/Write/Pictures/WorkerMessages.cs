using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SiteFactory.Generator.Plan.Pictures;

namespace SiteFactory.Generator.Write.Pictures;

/// <summary>A line to the worker; worker.mjs says what each part means.</summary>
internal sealed record WorkerRequest(int Id, string Source, ImmutableArray<WorkerVariant> Variants, WorkerCleaning? Clean = null);

/// <summary>One picture to be made anew, harmless.</summary>
internal sealed record WorkerCleaning(string To, string? Format, long Pixels, int Frames, int Edge);

/// <summary>One file to make.</summary>
internal sealed record WorkerVariant(
    string To,
    string Format,
    int Width,
    int Height,
    int Quality,
    int Effort,
    double[]? Focus,
    bool Square,
    int Margin,
    string? Background,
    bool Vector)
{
    public static WorkerVariant Of(PictureJob job, string source) => new(
        job.To,
        job.Variant.Format.Extension(),
        job.Variant.Width,
        job.Variant.Height,
        job.Variant.Quality,
        job.Variant.Effort,
        job.Variant.Crop is { } focus ? [focus.X, focus.Y] : null,
        job.Variant.Contained,
        job.Variant.Margin,
        job.Variant.Background,
        PictureFormats.OfPath(source) == PictureFormat.Svg);
}

/// <summary>A line from the worker.</summary>
internal sealed record WorkerAnswer(int? Id, string? Ready, string? Missing, string? Error, string? Failure)
{
    public string? Refused { get; init; }

    public string? Format { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext;
