using System.CommandLine;
using System.Globalization;
using SiteFactory.Generator.Cli.Serve;

namespace SiteFactory.Generator.Cli.Commands;

/// <summary><c>sitefactory serve</c>.</summary>
internal static class ServeCommand
{
    public static Command Create(CliHost host)
    {
        var options = new SharedOptions();
        var command = new Command("serve", CliTexts.Get("HelpServe")) { options.Output, options.Port };
        command.SetAction(async (parsed, cancellation) =>
        {
            await ServeAsync(new(parsed.GetValue(options.Output)!, parsed.GetValue(options.Port)), host, cancellation).ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>Serves until cancelled.</summary>
    public static Task ServeAsync(ServeOptions options, CliHost host, CancellationToken cancellation) => SiteServer.RunAsync(
        options,
        port => host.Output.WriteLine(CliTexts.Format("Serving", port.ToString(CultureInfo.InvariantCulture))),
        cancellation);
}
