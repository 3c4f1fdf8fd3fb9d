using System.CommandLine;
using System.CommandLine.Help;
using SiteFactory.Generator.Cli.Commands;
using SiteFactory.Generator.Cli.Serve;
using SiteFactory.Generator.Load;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator.Cli;

/// <summary>The command line, <c>sitefactory</c>.</summary>
public static class CommandLine
{
    /// <summary>Runs one command and says how it ended: see <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliHost host, CancellationToken cancellation)
    {
        var parsed = SiteFactoryCommand.Create(host).Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            foreach (var error in parsed.Errors)
                await host.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            await host.Error.WriteLineAsync(CliTexts.Get("SeeHelp")).ConfigureAwait(false);
            return ExitCodes.Usage;
        }
        var configuration = new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (Explain(Root(e)) is { } failure)
        {
            await host.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return failure.Code;
        }
    }

    private static (int Code, string Message)? Explain(Exception e) => e switch
    {
        UsageException usage => (ExitCodes.Usage, usage.Message),
        RemoteContentException source => (ExitCodes.Environment, CliTexts.Format("SourceFailed", source.Message)),
        PictureToolException tool => (ExitCodes.Environment, tool.Message),
        PortBusyException port => (ExitCodes.Environment, CliTexts.Format("PortBusy", port.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        UnauthorizedAccessException or IOException or HttpRequestException or FormatException => (ExitCodes.Environment, CliTexts.Format("DiskFailure", e.Message)),
        _ => null,
    };

    private static Exception Root(Exception e) =>
        e is AggregateException many ? many.Flatten().InnerExceptions.FirstOrDefault(i => i is not OperationCanceledException) ?? e : e;
}
