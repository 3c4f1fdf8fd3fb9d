using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Content.Starter;

/// <summary>A commune of the official list.</summary>
public sealed record OfficialCommune(
    [property: JsonPropertyName("code")] string Insee,
    [property: JsonPropertyName("nom")] string Name,
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("typeLiaison")] NameStart? NameStart,
    [property: JsonPropertyName("siren")] string? Siren,
    [property: JsonPropertyName("population")] int? Population,
    [property: JsonPropertyName("codesPostaux")] ImmutableArray<string> PostalCodes);

/// <summary>
/// Today's communes of France: <c>communes.json</c> of @etalab/decoupage-administratif, without delegated and associated
/// communes, whose codes are those of the communes that took them in.
/// </summary>
public sealed class OfficialCommunes
{
    private const string Current = "commune-actuelle";
    private readonly FrozenDictionary<string, OfficialCommune> byCode;

    private OfficialCommunes(IEnumerable<OfficialCommune> communes) =>
        byCode = communes.ToFrozenDictionary(c => c.Insee, StringComparer.Ordinal);

    /// <summary>How many they are.</summary>
    public int Count => byCode.Count;

    /// <summary>Reads <c>communes.json</c> as a stream.</summary>
    public static async Task<OfficialCommunes> ReadAsync(Stream json, CancellationToken cancel = default)
    {
        var communes = new List<OfficialCommune>(35_000);
        await foreach (var commune in JsonSerializer.DeserializeAsyncEnumerable(json, OfficialJson.Default.OfficialCommune, cancel))
        {
            if (commune?.Type == Current)
                communes.Add(commune);
        }
        return new(communes);
    }

    /// <summary>The members of an intercommunalité by its SIREN, from <c>epci.json</c>; empty when it is not in the file.</summary>
    public static async Task<ImmutableArray<string>> ReadMembersAsync(Stream epciJson, string siren, CancellationToken cancel = default)
    {
        await foreach (var epci in JsonSerializer.DeserializeAsyncEnumerable(epciJson, OfficialJson.Default.OfficialEpci, cancel))
        {
            if (epci?.Code == siren)
                return [.. epci.Members.Select(m => m.Insee)];
        }
        return [];
    }

    /// <summary>The commune of that code.</summary>
    public OfficialCommune? Find(string insee) => byCode.GetValueOrDefault(insee);

    /// <summary>The communes of that name, whatever its accents, hyphens and case.</summary>
    public ImmutableArray<OfficialCommune> Named(string name)
    {
        var slug = Slug.From(name);
        return [.. byCode.Values.Where(c => Slug.From(c.Name) == slug).OrderBy(c => c.Insee, StringComparer.Ordinal)];
    }

    /// <summary>What somebody may have meant by a wrong code or by a name: at most <paramref name="limit"/> communes, the likeliest first.</summary>
    public ImmutableArray<OfficialCommune> Near(string codeOrName, int limit = 5)
    {
        var slug = Slug.From(codeOrName);
        return
        [
            .. byCode.Values
                .Select(c => (Commune: c, Distance: Math.Min(Suggestion.Distance(codeOrName, c.Insee), NameDistance(slug, c))))
                .Where(c => c.Distance <= 2)
                .OrderBy(c => c.Distance).ThenBy(c => c.Commune.Insee, StringComparer.Ordinal)
                .Take(limit).Select(c => c.Commune),
        ];
    }

    /// <summary>Only names of nearly the same length are compared: 35,000 tables would take a while.</summary>
    private static int NameDistance(string slug, OfficialCommune commune) =>
        slug.Length < 4 || Math.Abs(commune.Name.Length - slug.Length) > 2 ? int.MaxValue : Suggestion.Distance(slug, Slug.From(commune.Name));
}

/// <summary>An intercommunalité of the official list.</summary>
internal sealed record OfficialEpci(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("membres")] ImmutableArray<OfficialMember> Members);

/// <summary>A member of an intercommunalité.</summary>
internal sealed record OfficialMember([property: JsonPropertyName("code")] string Insee);

[JsonSerializable(typeof(OfficialCommune))]
[JsonSerializable(typeof(OfficialEpci))]
internal sealed partial class OfficialJson : JsonSerializerContext;
