using System.Globalization;
using System.Resources;

namespace SiteFactory.Generator.Cli;

/// <summary>What the command line says, in French.</summary>
internal static class CliTexts
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly ResourceManager Texts = new("SiteFactory.Generator.Cli.CliTexts", typeof(CliTexts).Assembly);

    public static string Get(string name) =>
        Texts.GetString(name, CultureInfo.InvariantCulture) ?? throw new MissingManifestResourceException(name);

    public static string Format(string name, params object[] values) => string.Format(French, Get(name), values);

    /// <summary>A number and its noun: in French the plural starts at two.</summary>
    public static string Count(string noun, long count) => Format(count < 2 ? noun + "One" : noun + "Many", count);
}
