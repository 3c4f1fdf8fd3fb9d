using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using SiteFactory.Content.FolderFormat.Writing;

namespace SiteFactory.Content.Starter;

/// <summary>A file of a new site; its path starts at the site's folder.</summary>
public sealed record StarterFile(string Path, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// What every commune starts from. The files of <c>Starter/Files/</c> are embedded in this assembly; <c>{{name}}</c> and its
/// like are filled with the commune's facts, and a line that needs a fact which is not known is left out.
/// </summary>
public static partial class StarterSet
{
    private const string ResourcePrefix = "starter/";

    private static readonly string[] TextEndings = [".md", ".yaml", ".svg", ".txt"];

    /// <summary>The files, ordered by path.</summary>
    public static ImmutableArray<StarterFile> Expand(CommuneFacts facts)
    {
        var assembly = typeof(StarterSet).Assembly;
        var values = Values(facts);
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal))
                .Select(n => (Name: n, Path: n[ResourcePrefix.Length..].Replace('\\', '/')))
                .OrderBy(n => n.Path, StringComparer.Ordinal)
                .Select(n => new StarterFile(n.Path, Fill(n.Path, Read(assembly, n.Name), values))),
        ];
    }

    /// <summary>Fills one text; exposed for tests of the placeholders.</summary>
    internal static string Fill(string text, IReadOnlyDictionary<string, string?> values)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Where(l => AllKnown(l, values)).Select(l => PlaceholderPattern().Replace(l, m => values[m.Groups["name"].Value]!)));
    }

    /// <summary>What the placeholders stand for; null for what is not known.</summary>
    internal static IReadOnlyDictionary<string, string?> Values(CommuneFacts facts)
    {
        string? Number(double? value) => value?.ToString("0.#####", CultureInfo.InvariantCulture);
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["key"] = facts.Key,
            ["name"] = facts.Name.Name,
            ["ofName"] = facts.Name.Of,
            ["atName"] = facts.Name.At,
            ["insee"] = facts.Insee,
            ["siren"] = facts.Siren,
            ["population"] = facts.Population?.ToString(CultureInfo.InvariantCulture),
            ["postalCode"] = facts.PostalCodes.FirstOrDefault(),
            ["postalCodes"] = YamlBuilder.FlowList(facts.PostalCodes.Select(YamlText.Quoted)),
            ["domain"] = facts.Domain,
            ["lat"] = Number(facts.Centre?.Latitude),
            ["lon"] = Number(facts.Centre?.Longitude),
        };
    }

    private static ReadOnlyMemory<byte> Fill(string path, byte[] bytes, IReadOnlyDictionary<string, string?> values) =>
        TextEndings.Any(e => path.EndsWith(e, StringComparison.Ordinal))
            ? Encoding.UTF8.GetBytes(Fill(Encoding.UTF8.GetString(bytes), values))
            : bytes;

    private static bool AllKnown(string line, IReadOnlyDictionary<string, string?> values) =>
        PlaceholderPattern().Matches(line).All(m => values.TryGetValue(m.Groups["name"].Value, out var value)
            ? value is not null
            : throw new InvalidOperationException($"The starter set uses an unknown placeholder: {m.Value}."));

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z]+)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlaceholderPattern();
}
