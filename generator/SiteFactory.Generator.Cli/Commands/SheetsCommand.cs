using System.CommandLine;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Sheets;
using SiteFactory.Generator.Load;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Write.Sheets;

namespace SiteFactory.Generator.Cli.Commands;

/// <summary><c>sitefactory fiches --source …</c>: brings the chosen service-public.fr sheets into the content folder, so that builds need no network.</summary>
internal static class SheetsCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new SharedOptions();
        var source = new Option<string>("--source") { Description = CliTexts.Get("OptionSource"), HelpName = "SOURCE", Required = true };
        var command = new Command("fiches", CliTexts.Get("HelpFiches")) { source, shared.Content };
        command.SetAction((parsed, cancellation) => FetchAsync(parsed.GetValue(shared.Content)!, parsed.GetValue(source)!, host, cancellation));
        return command;
    }

    private static async Task<int> FetchAsync(string content, string source, CliHost host, CancellationToken cancellation)
    {
        if (!ContentFolder.Exists(content))
            throw new UsageException(CliTexts.Format("NoContent", content));
        if (FolderReader.Read(new FileContentFiles(content)).Snapshot is not { } snapshot)
            throw new UsageException(CliTexts.Format("NoTerritory", content));
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.IsFile)
            return Fetch(content, source, snapshot, host);
        if (address.Scheme != Uri.UriSchemeHttps)
            throw new UsageException(CliTexts.Format("BadSource", source));
        using var folder = new TemporaryOutput();
        var archive = Path.Combine(folder.Path, "fiches.zip");
        await SheetDownload.ToFileAsync(address, archive, cancellation).ConfigureAwait(false);
        return Fetch(content, archive, snapshot, host);
    }

    private static int Fetch(string content, string path, TerritorySnapshot snapshot, CliHost host)
    {
        using var source = Open(path);
        var (sheets, missing) = source.Gather(SheetReferences.In(snapshot));
        Report(SheetFolder.Write(content, sheets, missing), missing, host);
        return missing.Count == 0 ? ExitCodes.Done : ExitCodes.ContentFaults;
    }

    private static SheetSource Open(string path)
    {
        try
        {
            return SheetSource.Open(path);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UsageException(CliTexts.Format("BadSource", path));
        }
    }

    private static void Report(SheetFolderChange change, IReadOnlySet<string> missing, CliHost host)
    {
        host.Output.WriteLine(CliTexts.Format("SheetsWritten", change.Written, change.Unchanged));
        if (!change.Removed.IsEmpty)
            host.Output.WriteLine(CliTexts.Format("SheetsRemoved", string.Join(", ", change.Removed)));
        if (missing.Count > 0)
            host.Error.WriteLine(CliTexts.Format("SheetsMissing", string.Join(", ", missing)));
    }
}
