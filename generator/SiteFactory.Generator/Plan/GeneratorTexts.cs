using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using SiteFactory.Theming.French;

namespace SiteFactory.Generator.Plan;

/// <summary>The French words of the pages and faults that the generator itself writes (GeneratorTexts.resx).</summary>
internal static class GeneratorTexts
{
    private static readonly ResourceManager Resources = new("SiteFactory.Generator.Plan.GeneratorTexts", typeof(GeneratorTexts).Assembly);

    private static readonly ConcurrentDictionary<string, string> Typeset = new();

    /// <summary>The text of that name, with the spaces that French typography wants.</summary>
    public static string Get(string name) => Typeset.GetOrAdd(name, static n =>
        FrenchText.Typeset(Resources.GetString(n, CultureInfo.InvariantCulture) ?? throw new InvalidOperationException($"No text named {n}.")));

    public static string Format(string name, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, Get(name), values);
}
