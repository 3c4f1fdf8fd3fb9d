using System.Collections.Immutable;
using System.Text.Json;
using SiteFactory.Portal.Forms;

namespace SiteFactory.Portal.Filling;

/// <summary>What was typed so far, by input name. Immutable; nothing in it is trusted.</summary>
public sealed record Answers(ImmutableSortedDictionary<string, ImmutableArray<string>> Values)
{
    public static Answers Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal));

    public ImmutableArray<string> All(string name) => Values.GetValueOrDefault(name, []);

    public string One(string name) => All(name) is [var first, ..] ? first : "";

    public bool Has(string name) => All(name).Any(v => v.Length > 0);

    public Answers With(string name, params ReadOnlySpan<string> values) => new(Values.SetItem(name, [.. values]));

    public Answers Without(string name) => new(Values.Remove(name));

    public static Answers FromJson(string json) =>
        new((JsonSerializer.Deserialize<Dictionary<string, ImmutableArray<string>>>(json) ?? []).ToImmutableSortedDictionary(StringComparer.Ordinal));

    public string ToJson() => JsonSerializer.Serialize(Values);

    /// <summary>Only what the form asks under these answers: an answer that a later choice made pointless is dropped.</summary>
    public Answers Asked(FormDefinition form)
    {
        var kept = Empty;
        foreach (var field in Conditions.Asked(form, this))
        {
            foreach (var name in (string[])[field.Name, AnswerKeys.Latitude(field.Name), AnswerKeys.Longitude(field.Name)])
            {
                if (Has(name))
                    kept = new(kept.Values.SetItem(name, All(name)));
            }
        }
        return kept;
    }
}
