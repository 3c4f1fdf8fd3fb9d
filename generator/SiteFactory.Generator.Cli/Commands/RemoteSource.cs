using System.CommandLine;
using SiteFactory.Generator.Load;

namespace SiteFactory.Generator.Cli.Commands;

/// <summary><c>--source https://…</c>: content from a CMS instead of a folder.</summary>
internal sealed class RemoteSource
{
    /// <summary>A key is a setting of the machine, so that no list of processes shows it.</summary>
    private const string KeyVariable = "SITEFACTORY_KEY";

    public Option<Uri?> Source { get; } = new("--source")
    {
        Description = CliTexts.Get("OptionRemote"),
        HelpName = "URL",
        CustomParser = argument =>
        {
            if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
                return address;
            argument.AddError(CliTexts.Format("BadRemote", argument.Tokens[0].Value));
            return null;
        },
    };

    /// <summary>The folder to build from: the one given, or the copy of the source, brought up to date. Throws <see cref="RemoteContentException"/>.</summary>
    public async Task<string?> FolderAsync(ParseResult parsed, string output, CancellationToken cancellation)
    {
        if (parsed.GetValue(Source) is not { } source)
            return null;
        var folder = RemoteContent.FolderFor(output, source);
        using var client = RemoteContent.Client(source, Environment.GetEnvironmentVariable(KeyVariable));
        await new RemoteContent(client, folder).RefreshAsync(cancellation).ConfigureAwait(false);
        return folder;
    }
}
