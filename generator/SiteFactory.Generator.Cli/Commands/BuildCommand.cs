using System.CommandLine;
using SiteFactory.Generator.Cli.Reporting;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Cli.Commands;

/// <summary><c>sitefactory build</c>.</summary>
internal static class BuildCommand
{
    public static Command Create(CliHost host)
    {
        var options = new SharedOptions();
        var remote = new RemoteSource();
        var command = new Command("build", CliTexts.Get("HelpBuild"))
        {
            options.Content, remote.Source, options.Output, options.Sites, options.At, options.Skip, options.Portals, options.Catalogues, options.Clean, options.Json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = await remote.FolderAsync(parsed, parsed.GetValue(options.Output)!, cancellation).ConfigureAwait(false);
            return await BuildAsync(options.Build(parsed, host, folder), parsed.GetValue(options.Json), host, cancellation).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Builds and reports.</summary>
    public static Task<int> BuildAsync(BuildOptions options, bool json, CliHost host, CancellationToken cancellation)
    {
        using var generator = new SiteGenerator(options with { Once = true }, new TerritoireTheme());
        var report = Progress.Run(host, quiet: json, progress => generator.Build(progress, cancellation));
        var code = report.Succeeded ? ExitCodes.Done : ExitCodes.ContentFaults;
        if (json)
            host.Output.WriteLine(JsonReport.Of(report, options, code));
        else
            PlainReport.Write(report, host);
        return Task.FromResult(code);
    }
}
