using System.Globalization;
using System.Resources;

namespace SiteFactory.Generator.Plan;

/// <summary>The French words of the pages and faults that the generator itself writes (GeneratorTexts.resx).</summary>
internal static class GeneratorTexts
{
    private static readonly ResourceManager Resources = new("SiteFactory.Generator.Plan.GeneratorTexts", typeof(GeneratorTexts).Assembly);

    public static string Get(string name) =>
        Resources.GetString(name, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"No text named {name}.");

    public static string Format(string name, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, Get(name), values);
}
