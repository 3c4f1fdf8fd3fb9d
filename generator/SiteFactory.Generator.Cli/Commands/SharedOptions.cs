using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Generator.Load;
using SiteFactory.Generator.Load.Portals;

namespace SiteFactory.Generator.Cli.Commands;

/// <summary>Options that several commands have, and how they are read.</summary>
internal sealed class SharedOptions
{
    private const string DefaultContent = "communes";
    private const string DefaultOutput = "public";
    private static readonly string[] Skippable = ["search", "precompress", "pictures"];
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public Option<string> Content { get; } = Folder("--content", "OptionContent", DefaultContent);

    public Option<string> Output { get; } = Folder("--output", "OptionOutput", DefaultOutput);

    public Option<string[]> Sites { get; } = new("--site")
    {
        Description = CliTexts.Get("OptionSite"),
        HelpName = "KEY",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<Instant?> At { get; } = new("--at")
    {
        Description = CliTexts.Get("OptionAt"),
        HelpName = "TIME",
        CustomParser = ParseTime,
    };

    public Option<ImmutableArray<string>> Skip { get; } = new("--skip")
    {
        Description = CliTexts.Get("OptionSkip"),
        HelpName = string.Join(',', Skippable),
        CustomParser = ParseSkip,
        DefaultValueFactory = _ => [],
    };

    public Option<PortalMode> Portals { get; } = new("--portals")
    {
        Description = CliTexts.Get("OptionPortals"),
        HelpName = "offline|refresh",
        CustomParser = ParsePortals,
        DefaultValueFactory = _ => PortalMode.Offline,
    };

    public Option<string?> Catalogues { get; } = new("--catalogues") { Description = CliTexts.Get("OptionCatalogues"), HelpName = "FOLDER" };

    public Option<bool> Clean { get; } = new("--clean") { Description = CliTexts.Get("OptionClean") };

    public Option<bool> Json { get; } = new("--json") { Description = CliTexts.Get("OptionJson") };

    public Option<int> Port { get; } = new("--port")
    {
        Description = CliTexts.Get("OptionPort"),
        HelpName = "PORT",
        DefaultValueFactory = _ => Serve.ServeOptions.DefaultPort,
        Validators = { ValidatePort },
    };

    /// <summary>What a run without any argument builds.</summary>
    public static BuildOptions DefaultBuild(CliHost host) => Checked(new()
    {
        Content = DefaultContent,
        Output = DefaultOutput,
        At = host.Clock.GetCurrentInstant(),
    });

    /// <summary>The build that was asked for. Throws <see cref="UsageException"/> for what is not there.</summary>
    /// <param name="folder">The content folder, when it is not the one of the command line.</param>
    public BuildOptions Build(ParseResult parsed, CliHost host, string? folder = null)
    {
        var skip = parsed.GetValue(Skip) is { IsDefault: false } given ? given : [];
        return Checked(new()
        {
            Content = folder ?? parsed.GetValue(Content)!,
            Output = parsed.GetValue(Output) ?? DefaultOutput,
            Sites = [.. parsed.GetValue(Sites) ?? []],
            At = parsed.GetValue(At) ?? host.Clock.GetCurrentInstant(),
            Search = !skip.Contains("search"),
            Precompress = !skip.Contains("precompress"),
            Pictures = !skip.Contains("pictures"),
            Clean = parsed.GetValue(Clean),
            Portals = parsed.GetValue(Portals),
            Catalogues = parsed.GetValue(Catalogues),
            PortalKey = KeyOf,
        });
    }

    // A key is a setting of the machine: SITEFACTORY_PORTAL_LE_BAN for the portal le-ban.
    private static string? KeyOf(string portal) =>
        Environment.GetEnvironmentVariable("SITEFACTORY_PORTAL_" + portal.Replace('-', '_').ToUpperInvariant());

    private static PortalMode ParsePortals(ArgumentResult result)
    {
        switch (result.Tokens[0].Value)
        {
            case "offline":
                return PortalMode.Offline;
            case "refresh":
                return PortalMode.Refresh;
            case var other:
                result.AddError(CliTexts.Format("BadPortals", other));
                return PortalMode.Offline;
        }
    }

    private static BuildOptions Checked(BuildOptions options)
    {
        if (!ContentFolder.Exists(options.Content))
            throw new UsageException(CliTexts.Format("NoContent", options.Content));
        var folders = ContentFolder.Folders(options.Content);
        return options.Sites.FirstOrDefault(key => !folders.Contains(key)) is { } unknown
            ? throw new UsageException(CliTexts.Format("NoSite", unknown, string.Join(", ", folders)))
            : options;
    }

    private static Option<string> Folder(string name, string text, string value) =>
        new(name) { Description = CliTexts.Get(text), HelpName = "FOLDER", DefaultValueFactory = _ => value };

    // "2026-12-24T18:00" is local to France; with an offset or a Z it is what it says; a day alone is its first moment.
    private static Instant? ParseTime(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } offset)
            return offset.Value.ToInstant();
        foreach (var pattern in (string[])["uuuu-MM-dd'T'HH:mm:ss", "uuuu-MM-dd'T'HH:mm", "uuuu-MM-dd"])
        {
            if (LocalDateTimePattern.CreateWithInvariantCulture(pattern).Parse(text) is { Success: true } local)
                return local.Value.InZoneLeniently(Paris).ToInstant();
        }
        result.AddError(CliTexts.Format("BadTime", text));
        return null;
    }

    private static ImmutableArray<string> ParseSkip(ArgumentResult result)
    {
        var names = result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToImmutableArray();
        foreach (var unknown in names.Where(n => !Skippable.Contains(n)))
            result.AddError(CliTexts.Format("BadSkip", unknown, string.Join(", ", Skippable)));
        return names;
    }

    private static void ValidatePort(OptionResult result)
    {
        if (result.Tokens is [var token] && !(ushort.TryParse(token.Value, out var port) && port > 0))
            result.AddError(CliTexts.Format("BadPort", token.Value));
    }
}
