using System.CommandLine;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Starter;
using SiteFactory.Generator.Load;
using SiteFactory.Generator.Write.NewSite;

namespace SiteFactory.Generator.Cli.Commands;

/// <summary><c>sitefactory new-commune INSEE</c>.</summary>
internal static class NewCommuneCommand
{
    public static Command Create(CliHost host)
    {
        var shared = new SharedOptions();
        var insee = new Argument<string>("INSEE") { Description = CliTexts.Get("ArgumentInsee") };
        var domain = new Option<string?>("--domain") { Description = CliTexts.Get("OptionDomain"), HelpName = "DOMAIN" };
        var command = new Command("new-commune", CliTexts.Get("HelpNewCommune")) { insee, domain, shared.Content };
        command.SetAction((parsed, cancellation) =>
            CreateAsync(parsed.GetValue(shared.Content)!, parsed.GetValue(insee)!, parsed.GetValue(domain), host, cancellation));
        return command;
    }

    private static async Task<int> CreateAsync(string content, string insee, string? domain, CliHost host, CancellationToken cancellation)
    {
        if (!ContentFolder.Exists(content))
            throw new UsageException(CliTexts.Format("NoContent", content));
        var official = await OfficialList.ReadAsync(Path.Combine(AppContext.BaseDirectory, "official", "communes.json.gz"), cancellation).ConfigureAwait(false);
        var snapshot = FolderReader.Read(new FileContentFiles(content)).Snapshot;
        var plan = NewCommune.Plan(official, insee, domain, centre: null, snapshot, ContentFolder.Folders(content));
        if (plan.Facts is not { } facts)
            throw new UsageException(Refusal(plan, insee, domain));
        var files = StarterSet.Expand(facts);
        var folder = NewSiteFolder.Write(content, facts.Key, files);
        await host.Output.WriteLineAsync(CliTexts.Format("Created", facts.Name.Name, folder, files.Length, facts.Key)).ConfigureAwait(false);
        return ExitCodes.Done;
    }

    private static string Refusal(NewCommune plan, string insee, string? domain) => plan.Refusal switch
    {
        NewCommuneRefusal.UnknownCode when plan.Near.IsEmpty => CliTexts.Format("UnknownInsee", insee),
        NewCommuneRefusal.UnknownCode => CliTexts.Format("UnknownInseeNear", insee, string.Join(", ", plan.Near.Select(c => $"{c.Insee} {c.Name}"))),
        NewCommuneRefusal.AlreadyThere => CliTexts.Format("CommuneExists", insee, plan.Existing ?? ""),
        NewCommuneRefusal.DomainTaken => CliTexts.Format("DomainTaken", domain ?? "", plan.Existing ?? ""),
        _ => CliTexts.Format("BadDomain", domain ?? ""),
    };
}
