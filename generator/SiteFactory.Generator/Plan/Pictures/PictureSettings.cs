using System.Collections.Immutable;
using System.Reflection;
using SiteFactory.Content.Fingerprints;

namespace SiteFactory.Generator.Plan.Pictures;

/// <summary>
/// How pictures are published. The figures were chosen by measuring: docs/adr/0004-pictures.md says how, and what each
/// one costs.
/// </summary>
/// <param name="Widths">Pixels, rising; never more than the source has.</param>
/// <param name="FallbackWidth">The one width of the JPEG or PNG that browsers without WebP get.</param>
/// <param name="AvifFromWidth">A source at least this wide is a banner or a photograph: AVIF pays.</param>
/// <param name="AvifFromBitsPerPixel">A source that needs this many bits a pixel is a photograph: AVIF pays.</param>
/// <param name="Encode">False publishes each picture once, without its metadata and otherwise as it is.</param>
public sealed record PictureSettings(
    ImmutableArray<int> Widths,
    int FallbackWidth,
    int AvifFromWidth,
    double AvifFromBitsPerPixel,
    int AvifQuality,
    int AvifEffort,
    int WebPQuality,
    int WebPEffort,
    int JpegQuality,
    bool Encode)
{
    // Raised when worker.mjs or a rule of the planner changes what comes out for the same settings.
    private const int Recipe = 1;

    /// <summary>What production uses.</summary>
    public static PictureSettings Default { get; } = new(
        Widths: [480, 800, 1200, 1600],
        FallbackWidth: 1200,
        AvifFromWidth: 1600,
        AvifFromBitsPerPixel: 1,
        AvifQuality: 50,
        AvifEffort: 1,
        WebPQuality: 75,
        WebPEffort: 2,
        JpegQuality: 78,
        Encode: true);

    /// <summary><c>--skip pictures</c>.</summary>
    public static PictureSettings AsTheyAre { get; } = Default with { Encode = false };

    /// <summary>What production uses while AVIF is not made yet. Every other file keeps its name and its bytes.</summary>
    public static PictureSettings WithoutAvif { get; } = Default with { AvifFromWidth = int.MaxValue, AvifFromBitsPerPixel = double.PositiveInfinity };

    /// <summary>The settings for a build.</summary>
    public static PictureSettings For(bool pictures, bool avif) => (pictures, avif) switch
    {
        (false, _) => AsTheyAre,
        (true, false) => WithoutAvif,
        (true, true) => Default,
    };

    /// <summary>The version of sharp that package.json asks for: another one may give other bytes.</summary>
    public static string EncoderVersion { get; } = typeof(PictureSettings).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(a => a.Key == "SharpVersion")?.Value ?? "";

    /// <summary>Stands for the recipe and the encoder, the parts that no variant says itself.</summary>
    internal static Fingerprint Version { get; } = Fingerprint.Of(FormattableString.Invariant($"{Recipe} {EncoderVersion}"));
}
