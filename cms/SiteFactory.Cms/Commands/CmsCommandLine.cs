using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using SiteFactory.Cms.Citizens;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Commands;

/// <summary>What a run's exit code says.</summary>
public static class ExitCodes
{
    /// <summary>Everything asked for was done.</summary>
    public const int Done = 0;

    /// <summary>It was understood, and not done or not all of it: the message says why.</summary>
    public const int Refused = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>The machine lacks something: the database, room on the disk, a free port.</summary>
    public const int Environment = 3;
}

/// <summary>The command cannot be done as it was asked for. Message in French.</summary>
public sealed class CommandRefusedException(string message) : Exception(message);

/// <summary>The command line of the CMS: without a command it serves.</summary>
public static class CmsCommandLine
{
    /// <summary>Runs one command and says how it ended: see <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var settings = new SettingOptions();
        var root = new RootCommand(CommandTexts.Get("Help")) { TreatUnmatchedTokensAsErrors = false };
        foreach (var option in settings.All)
            root.Options.Add(option);
        foreach (var command in new[] { ContentCommands.Import(settings, output), ContentCommands.Export(settings, output), BackupCommands.Backup(settings, output), BackupCommands.Restore(settings, output), PeopleCommands.CreateAdmin(settings, output), PeopleCommands.ResetPassword(settings, output) })
        {
            command.TreatUnmatchedTokensAsErrors = false;
            root.Subcommands.Add(command);
        }
        root.SetAction((parsed, stop) => ServeAsync(settings.Arguments(parsed), stop));
        var result = root.Parse(arguments);
        var errors = result.Errors.Select(e => e.Message).Concat(SettingOptions.Unknown(result)).ToList();
        if (errors.Count > 0 && result.Action is not HelpAction)
            return await TellAsync(error, string.Join(Environment.NewLine, errors.Append(CommandTexts.Get("SeeHelp"))), ExitCodes.Usage);
        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation);
        }
        catch (CommandRefusedException e)
        {
            return await TellAsync(error, e.Message, ExitCodes.Refused);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return await TellAsync(error, CommandTexts.Format("MachineFailure", e.Message), ExitCodes.Environment);
        }
    }

    /// <summary>Does something with the application's services; nothing is served and nothing is built.</summary>
    internal static async Task<int> WithServicesAsync(IEnumerable<string> settings, bool migrate, Func<IServiceProvider, Task<int>> act, CancellationToken cancellation)
    {
        var application = CmsApplication.Build([.. settings, "--Cms:Role=Web"], builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        await using (application)
        {
            if (migrate)
            {
                await DatabaseSetup.MigrateAsync(application.Services, cancellation);
                await PortalSetup.MigrateAsync(application.Services, cancellation);
            }
            await using var scope = application.Services.CreateAsyncScope();
            return await act(scope.ServiceProvider);
        }
    }

    private static async Task<int> ServeAsync(string[] settings, CancellationToken cancellation)
    {
        var application = CmsApplication.Build(settings);
        await using (application)
        {
            await FirstStart.PrepareAsync(application.Services, cancellation);
            await application.StartAsync(cancellation);
            await application.WaitForShutdownAsync(cancellation);
        }
        return ExitCodes.Done;
    }

    private static async Task<int> TellAsync(TextWriter error, string message, int code)
    {
        await error.WriteLineAsync(message);
        return code;
    }
}
