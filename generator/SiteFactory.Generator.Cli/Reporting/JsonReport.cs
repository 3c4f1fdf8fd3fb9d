using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace SiteFactory.Generator.Cli.Reporting;

/// <summary>A build for machines: one JSON object.</summary>
internal sealed record JsonReport(
    bool Succeeded,
    int ExitCode,
    string At,
    double ElapsedSeconds,
    JsonTotals Totals,
    ImmutableArray<JsonSite> Sites,
    ImmutableArray<JsonFault> Faults)
{
    private static readonly ReportJson Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The object's text.</summary>
    public static string Of(BuildReport report, BuildOptions options, int exitCode) => JsonSerializer.Serialize(
        new(
            report.Succeeded,
            exitCode,
            InstantPattern.General.Format(options.At),
            Math.Round(report.Elapsed.TotalSeconds, 3),
            new(report.Sites.Sum(s => s.Pages), report.Sites.Sum(s => s.Rendered), report.Sites.Sum(s => s.Reused), report.Sites.Sum(s => s.Bytes)),
            [.. report.Sites.Select(s => new JsonSite(s.Key, s.Name, s.Domain, Lower(s.Outcome), s.Pages, s.Files, s.Rendered, s.Reused, s.Bytes, s.Release))],
            [.. report.Faults.Select(f => new JsonFault(f.Code, Lower(f.Severity), f.Site, f.File, f.Line, f.Key, f.Message, f.Cure))]),
        Context.JsonReport);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>Over all sites.</summary>
internal sealed record JsonTotals(int Pages, int Written, int Reused, long Bytes);

/// <param name="Outcome"><c>built</c>, <c>unchanged</c> or <c>refused</c>.</param>
internal sealed record JsonSite(
    string Key, string Name, string Domain, string Outcome, int Pages, int Files, int Written, int Reused, long Bytes, string? Release);

/// <param name="Severity"><c>error</c> or <c>warning</c>.</param>
internal sealed record JsonFault(
    string Code, string Severity, string? Site, string File, int? Line, string? Key, string Message, string Cure);

[JsonSerializable(typeof(JsonReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
