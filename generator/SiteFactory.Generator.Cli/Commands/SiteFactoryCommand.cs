using System.CommandLine;
using System.CommandLine.Help;

namespace SiteFactory.Generator.Cli.Commands;

/// <summary>The root: its sub-commands, and the first run's "build, then serve" when none is named.</summary>
internal static class SiteFactoryCommand
{
    public static RootCommand Create(CliHost host)
    {
        var root = new RootCommand(CliTexts.Get("Help"))
        {
            BuildCommand.Create(host),
            ServeCommand.Create(host),
            WatchCommand.Create(host),
            CheckCommand.Create(host),
            RollbackCommand.Create(host),
            NewCommuneCommand.Create(host),
            SheetsCommand.Create(host),
        };
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Description = CliTexts.Get("OptionHelp");
        root.SetAction((parsed, cancellation) => BuildThenServeAsync(host, cancellation));
        return root;
    }

    // A fault in one commune does not keep the others from being seen.
    private static async Task<int> BuildThenServeAsync(CliHost host, CancellationToken cancellation)
    {
        var options = SharedOptions.DefaultBuild(host);
        var code = await BuildCommand.BuildAsync(options, json: false, host, cancellation).ConfigureAwait(false);
        await ServeCommand.ServeAsync(new(options.Output, Serve.ServeOptions.DefaultPort), host, cancellation).ConfigureAwait(false);
        return code;
    }
}
