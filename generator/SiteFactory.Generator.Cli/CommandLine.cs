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
            if (Meant(parsed) is { } name)
                await host.Error.WriteLineAsync(CliTexts.Format("DidYouMean", name)).ConfigureAwait(false);
            await host.Error.WriteLineAsync(CliTexts.Get("SeeHelp")).ConfigureAwait(false);
            return ExitCodes.Usage;
        }
        var configuration = new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (IsInterruption(e))
        {
            await host.Error.WriteLineAsync(CliTexts.Get("Interrupted")).ConfigureAwait(false);
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (Explain(Root(e)) is { } failure)
        {
            await host.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return failure.Code;
        }
    }

    /// <summary>The command that a word nobody knows was meant to be: the same letters in disorder, or its beginning.</summary>
    private static string? Meant(ParseResult parsed) =>
        parsed.UnmatchedTokens is [{ Length: > 1 } word, ..]
            ? parsed.RootCommandResult.Command.Subcommands.Select(c => c.Name).FirstOrDefault(n => IsLike(word, n))
            : null;

    private static bool IsLike(string word, string name) =>
        name.StartsWith(word, StringComparison.OrdinalIgnoreCase) || word.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        || word.Order().SequenceEqual(name.Order());

    private static (int Code, string Message)? Explain(Exception e) => e switch
    {
        UsageException usage => (ExitCodes.Usage, usage.Message),
        RemoteContentException source => (ExitCodes.Environment, CliTexts.Format("SourceFailed", source.Message)),
        PictureToolException tool => (ExitCodes.Environment, tool.Message),
        PortBusyException port => (ExitCodes.Environment, CliTexts.Format("PortBusy", port.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        UnauthorizedAccessException or IOException or HttpRequestException or FormatException => (ExitCodes.Environment, CliTexts.Format("DiskFailure", e.Message)),
        _ => null,
    };

    private static bool IsInterruption(Exception e) =>
        e is OperationCanceledException || (e is AggregateException many && many.Flatten().InnerExceptions.All(i => i is OperationCanceledException));

    private static Exception Root(Exception e) =>
        e is AggregateException many ? many.Flatten().InnerExceptions.FirstOrDefault(i => i is not OperationCanceledException) ?? e : e;
}
