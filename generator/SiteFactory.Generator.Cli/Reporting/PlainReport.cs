using System.Globalization;
using SiteFactory.Content.Faults;
using SiteFactory.Generator.Cli.Watch;

namespace SiteFactory.Generator.Cli.Reporting;

/// <summary>A build for people: what was made, and what is to be mended.</summary>
internal static class PlainReport
{
    /// <summary>Faults, then a line a site, then the whole.</summary>
    public static void Write(BuildReport report, CliHost host)
    {
        WriteFaultList(report.Faults, host);
        foreach (var site in report.Sites)
            host.Output.WriteLine(CliTexts.Format("Site" + site.Outcome, site.Name, CliTexts.Count("Pages", site.Pages), site.Rendered, site.Reused));
        host.Output.WriteLine(CliTexts.Format(
            "Total",
            CliTexts.Count("Sites", report.Sites.Count(s => s.Outcome != SiteOutcome.Refused)),
            CliTexts.Count("Pages", report.Sites.Sum(s => s.Pages)),
            report.Elapsed.TotalSeconds));
        WriteVerdict(report, host);
    }

    /// <summary>What a change did: the sites that it touched, and what is wrong since.</summary>
    public static void WriteUpdate(BuildReport report, ToldWarnings told, CliHost host)
    {
        WriteFaultList(told.New(report.Faults), host);
        if (told.LeftOut > 0)
            host.Error.WriteLine(CliTexts.Count("ToldBefore", told.LeftOut));
        var touched = report.Sites.Where(s => s.Outcome == SiteOutcome.Built).ToList();
        host.Output.WriteLine(touched.Count == 0
            ? CliTexts.Format("UpdatedNothing", report.Elapsed.TotalMilliseconds)
            : CliTexts.Format("Updated", string.Join(", ", touched.Select(s => s.Name)), touched.Sum(s => s.Rendered), report.Elapsed.TotalMilliseconds));
    }

    /// <summary>Faults alone.</summary>
    public static void WriteFaults(BuildReport report, CliHost host)
    {
        WriteFaultList(report.Faults, host);
        if (report.Faults.IsEmpty)
            host.Output.WriteLine(CliTexts.Format("NoFault", CliTexts.Count("Sites", report.Sites.Length), CliTexts.Count("Pages", report.Sites.Sum(s => s.Pages))));
        WriteVerdict(report, host);
    }

    /// <summary>Faults and nothing else.</summary>
    public static void WriteFaultList(IEnumerable<Fault> faults, CliHost host)
    {
        foreach (var fault in faults)
        {
            var line = fault.Line is { } number ? ":" + number.ToString(CultureInfo.InvariantCulture) : "";
            var key = fault.Key is null ? "" : $" [{fault.Key}]";
            host.Error.WriteLine($"{fault.File}{line}{key} — {CliTexts.Get("Severity" + fault.Severity)} ({fault.Code})");
            host.Error.WriteLine($"  {fault.Message}");
            host.Error.WriteLine($"  → {fault.Cure}");
        }
    }

    private static void WriteVerdict(BuildReport report, CliHost host)
    {
        var errors = report.Faults.Count(f => f.Severity == FaultSeverity.Error);
        if (errors > 0)
            host.Error.WriteLine(CliTexts.Count("Errors", errors));
    }
}
