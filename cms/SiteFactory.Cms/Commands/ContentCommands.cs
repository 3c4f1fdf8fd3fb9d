using System.CommandLine;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.Import;
using SiteFactory.Content.Faults;
using SiteFactory.Generator.Load;

namespace SiteFactory.Cms.Commands;

/// <summary><c>import FOLDER</c> and <c>export FOLDER</c>.</summary>
internal static class ContentCommands
{
    public static Command Import(SettingOptions settings, TextWriter output)
    {
        var folder = new Argument<string>("FOLDER") { Description = CommandTexts.Get("ArgumentImport") };
        var overwrite = new Option<bool>("--overwrite") { Description = CommandTexts.Get("OptionOverwrite") };
        var command = new Command("import", CommandTexts.Get("HelpImport")) { folder, overwrite };
        command.SetAction((parsed, stop) => CmsCommandLine.WithServicesAsync(settings.Arguments(parsed), migrate: true, services => ImportAsync(services, parsed.GetValue(folder)!, parsed.GetValue(overwrite), output, stop), stop));
        return command;
    }

    public static Command Export(SettingOptions settings, TextWriter output)
    {
        var folder = new Argument<string>("FOLDER") { Description = CommandTexts.Get("ArgumentExport") };
        var command = new Command("export", CommandTexts.Get("HelpExport")) { folder };
        command.SetAction((parsed, stop) => CmsCommandLine.WithServicesAsync(settings.Arguments(parsed), migrate: true, services => ExportAsync(services, parsed.GetValue(folder)!, output, stop), stop));
        return command;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string folder, bool overwrite, TextWriter output, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
            throw new CommandRefusedException(CommandTexts.Format("NoFolder", folder));
        var files = new FileContentFiles(folder);
        var report = await services.GetRequiredService<FolderImport>().RunAsync(files, new DiskMediaStore(files), overwrite, cancellation, new Lines(output));
        var errors = report.Faults.Where(f => f.Severity == FaultSeverity.Error).ToList();
        foreach (var fault in errors)
            await output.WriteLineAsync($"{fault.File}{(fault.Line is { } line ? ":" + line.ToString(SharedTexts.French) : "")} {fault.Message} {fault.Cure}");
        foreach (var kept in report.Kept)
            await output.WriteLineAsync(CommandTexts.Format("Kept", kept));
        await output.WriteLineAsync(CommandTexts.Format("Imported", report.Sites, report.Written, report.Unchanged, report.Media, report.Kept.Length));
        return report.Sites > 0 && errors.Count == 0 ? ExitCodes.Done : ExitCodes.Refused;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string folder, TextWriter output, CancellationToken cancellation)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new CommandRefusedException(CommandTexts.Format("FolderNotEmpty", folder));
        var source = await services.GetRequiredService<FolderExport>().ReadAsync(cancellation);
        if (source.Snapshot is not { } snapshot)
            throw new CommandRefusedException(CommandTexts.Get("NothingToExport"));
        FolderExport.Write(source, new FolderSink(folder, source.Media));
        await output.WriteLineAsync(CommandTexts.Format("Exported", snapshot.Sites.Count, snapshot.Sites.Values.Sum(s => s.Items.Count()), snapshot.Sites.Values.Sum(s => s.Media.Length), folder));
        return ExitCodes.Done;
    }

    private sealed class Lines(TextWriter output) : IProgress<string>
    {
        public void Report(string value) => output.WriteLine(value);
    }
}
