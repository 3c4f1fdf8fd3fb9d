using System.CommandLine;
using SiteFactory.Cms.Backups;

namespace SiteFactory.Cms.Commands;

/// <summary><c>backup FILE</c> and <c>restore FILE</c>.</summary>
internal static class BackupCommands
{
    public static Command Backup(SettingOptions settings, TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = CommandTexts.Get("ArgumentBackup") };
        var command = new Command("backup", CommandTexts.Get("HelpBackup")) { file };
        command.SetAction((parsed, stop) => CmsCommandLine.WithServicesAsync(settings.Arguments(parsed), migrate: false, services => BackupAsync(services, parsed.GetValue(file)!, output, stop), stop));
        return command;
    }

    public static Command Restore(SettingOptions settings, TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = CommandTexts.Get("ArgumentBackup") };
        var force = new Option<bool>("--force") { Description = CommandTexts.Get("OptionForce") };
        var command = new Command("restore", CommandTexts.Get("HelpRestore")) { file, force };
        command.SetAction((parsed, stop) => CmsCommandLine.WithServicesAsync(settings.Arguments(parsed), migrate: false, services => RestoreAsync(services, parsed.GetValue(file)!, parsed.GetValue(force), output, stop), stop));
        return command;
    }

    private static async Task<int> BackupAsync(IServiceProvider services, string file, TextWriter output, CancellationToken cancellation)
    {
        var report = await services.GetRequiredService<Backup>().WriteAsync(file, cancellation);
        foreach (var lost in report.Missing)
            await output.WriteLineAsync(CommandTexts.Format("MediaMissing", lost));
        await output.WriteLineAsync(CommandTexts.Format("BackedUp", file, report.Media));
        return report.Missing.IsEmpty ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static async Task<int> RestoreAsync(IServiceProvider services, string file, bool force, TextWriter output, CancellationToken cancellation)
    {
        if (!File.Exists(file))
            throw new CommandRefusedException(CommandTexts.Format("NoFile", file));
        var media = await services.GetRequiredService<Restore>().ReadAsync(file, force, cancellation);
        await output.WriteLineAsync(CommandTexts.Format("Restored", file, media));
        return ExitCodes.Done;
    }
}
