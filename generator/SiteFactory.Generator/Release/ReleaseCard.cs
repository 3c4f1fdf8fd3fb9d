using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiteFactory.Generator.Release;

/// <summary>
/// What a server must know of a built site besides its files. It lies beside the release (<c>&lt;id&gt;.card.json</c>), where no
/// visitor sees it, so that serving needs the built folder alone.
/// </summary>
/// <param name="Emblem">Address on the site of its emblem, <c>/medias/…</c>, or null.</param>
/// <param name="Pages">HTML pages in the release.</param>
/// <param name="Redirects">Old path to new path.</param>
public sealed record ReleaseCard(
    string Key,
    string Name,
    string Domain,
    bool IsMetropole,
    int? Population,
    string? Emblem,
    int Pages,
    ImmutableSortedDictionary<string, string> Redirects)
{
    /// <summary>Origins besides its own that the site's forms may be sent to.</summary>
    public ImmutableArray<string> FormTargets { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Origins that the site's pages show in frames, once a reader asks: portals.</summary>
    public ImmutableArray<string> FrameSources { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The pictures that take longest to make are not there yet: a release that has them all follows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Provisional { get; init; }

    /// <summary>The redirects with and without a final slash: an old address was printed and copied in both forms.</summary>
    [JsonIgnore]
    public ImmutableSortedDictionary<string, string> ServedRedirects => field ??= BothForms();

    /// <summary>The bytes of the file; equal cards give equal bytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ReleaseCardWriterJson.Default.ReleaseCard);

    private ImmutableSortedDictionary<string, string> BothForms()
    {
        var both = Redirects.ToBuilder();
        foreach (var (from, to) in Redirects)
        {
            var other = from.EndsWith('/') ? from.TrimEnd('/') : from + "/";
            if (other.Length > 1 && !Path.HasExtension(from))
                both.TryAdd(other, to);
        }
        return both.ToImmutable();
    }

    /// <summary>Reads a card; null when it is missing or unreadable.</summary>
    public static ReleaseCard? TryRead(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ReleaseCardJson.Default.ReleaseCard);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ReleaseCard))]
internal sealed partial class ReleaseCardJson : JsonSerializerContext;

/// <summary>A build writes cards and reads none: it need not learn how to.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ReleaseCard))]
internal sealed partial class ReleaseCardWriterJson : JsonSerializerContext;
