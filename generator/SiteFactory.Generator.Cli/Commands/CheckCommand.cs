using System.CommandLine;
using SiteFactory.Generator.Cli.Reporting;
using SiteFactory.Generator.Release;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Cli.Commands;

/// <summary><c>sitefactory check</c>: everything that a build would say, and nothing published.</summary>
internal static class CheckCommand
{
    public static Command Create(CliHost host)
    {
        var options = new SharedOptions();
        var command = new Command("check", CliTexts.Get("HelpCheck")) { options.Content, options.Sites, options.At, options.Portals, options.Catalogues, options.Json };
        command.SetAction((parsed, cancellation) => Task.FromResult(Check(options, parsed, host, cancellation)));
        return command;
    }

    private static int Check(SharedOptions options, ParseResult parsed, CliHost host, CancellationToken cancellation)
    {
        using var output = new TemporaryOutput();
        var build = options.Build(parsed, host) with { Output = output.Path, Pictures = false, Precompress = false, Search = false };
        using var generator = new SiteGenerator(build, new TerritoireTheme());
        var json = parsed.GetValue(options.Json);
        var report = Progress.Run(host, quiet: json, progress => generator.Build(progress, cancellation));
        var code = report.Succeeded ? ExitCodes.Done : ExitCodes.ContentFaults;
        if (json)
            host.Output.WriteLine(JsonReport.Of(report, build, code));
        else
            PlainReport.WriteFaults(report, host);
        return code;
    }
}
