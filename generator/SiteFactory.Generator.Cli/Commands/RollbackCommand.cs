using System.CommandLine;
using SiteFactory.Generator.Release;
using SiteFactory.Generator.Write.ServerConfiguration;

namespace SiteFactory.Generator.Cli.Commands;

/// <summary><c>sitefactory rollback --site KEY</c>.</summary>
internal static class RollbackCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new SharedOptions();
        var site = new Option<string>("--site") { Description = CliTexts.Get("OptionRollbackSite"), HelpName = "KEY" };
        var command = new Command("rollback", CliTexts.Get("HelpRollback")) { site, shared.Output };
        command.Validators.Add(result =>
        {
            if (result.GetResult(site) is null)
                result.AddError(CliTexts.Get("RollbackWithoutSite"));
        });
        command.SetAction(parsed => Rollback(parsed.GetValue(shared.Output)!, parsed.GetValue(site)!, host));
        return command;
    }

    private static int Rollback(string output, string key, CliHost host)
    {
        var built = new BuiltSites(output).All();
        if (built.Count == 0)
            throw new UsageException(CliTexts.Format("NothingBuilt", output));
        var site = built.FirstOrDefault(s => s.Card.Key == key)
            ?? throw new UsageException(CliTexts.Format("NotBuilt", key, string.Join(", ", built.Select(s => s.Card.Key))));
        if (new ReleaseStore(output, site.Card.Domain).Rollback() is not { } release)
            throw new UsageException(CliTexts.Format("NoOlderRelease", site.Card.Name));
        ServerConfigurationFiles.Write(output);
        host.Output.WriteLine(CliTexts.Format("RolledBack", site.Card.Name, release));
        return ExitCodes.Done;
    }
}
