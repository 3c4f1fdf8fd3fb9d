using System.CommandLine;
using System.Text.RegularExpressions;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Commands;

/// <summary>The settings that have an option of their own; every other one is given as <c>--Section:Name=value</c>.</summary>
internal sealed partial class SettingOptions
{
    private readonly (Option<string?> Option, string Setting)[] _texts;
    private readonly Option<CmsRole?> _role = new("--role") { Description = CommandTexts.Get("OptionRole"), HelpName = "all|web|worker", Recursive = true };
    private readonly Option<DatabaseKind?> _database = new("--database") { Description = CommandTexts.Get("OptionDatabase"), HelpName = "sqlite|postgresql", Recursive = true };

    public SettingOptions() => _texts =
    [
        (Text("--data", "OptionData", "FOLDER"), "Cms:Data"),
        (Text("--output", "OptionOutput", "FOLDER"), "Cms:Output"),
        (Text("--seed", "OptionSeed", "FOLDER"), "Cms:Seed"),
        (Text("--connection", "OptionConnection", "TEXT"), "Cms:ConnectionString"),
        (Text("--address", "OptionAddress", "URL"), "Cms:Address"),
        (Text("--urls", "OptionUrls", "URL"), "urls"),
    ];

    public IEnumerable<Option> All => [_role, _database, .. _texts.Select(t => t.Option)];

    /// <summary>As the application's configuration reads them.</summary>
    public string[] Arguments(ParseResult parsed)
    {
        var arguments = _texts.Where(t => parsed.GetValue(t.Option) is not null).Select(t => $"--{t.Setting}={parsed.GetValue(t.Option)}").ToList();
        if (parsed.GetValue(_role) is { } role)
            arguments.Add($"--Cms:Role={role}");
        if (parsed.GetValue(_database) is { } database)
            arguments.Add($"--Cms:Database={database}");
        return [.. arguments, .. parsed.UnmatchedTokens];
    }

    /// <summary>What is neither an option nor a setting.</summary>
    public static IEnumerable<string> Unknown(ParseResult parsed) =>
        parsed.UnmatchedTokens.Where(t => !Setting().IsMatch(t)).Select(t => CommandTexts.Format("UnknownOption", t));

    private static Option<string?> Text(string name, string text, string value) => new(name) { Description = CommandTexts.Get(text), HelpName = value, Recursive = true };

    [GeneratedRegex("^--([A-Za-z0-9_.-]+(:[A-Za-z0-9_.-]+)+|environment|contentRoot)=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();
}
