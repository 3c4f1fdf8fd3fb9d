using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace SiteFactory.Content.Texts;

/// <summary>French words and sentences of one resource file. The machine's culture plays no part.</summary>
/// <param name="baseName">The resource's name, <c>SiteFactory.Content.Syndication.SyndicationTexts</c>.</param>
/// <param name="assembly">Where it lies; this assembly when null.</param>
public sealed class TextResource(string baseName, Assembly? assembly = null)
{
    // Read once and as a whole: the resource manager takes a lock for every word, and a screen has hundreds.
    private readonly Lazy<FrozenDictionary<string, string>> _texts = new(() => Read(new(baseName, assembly ?? typeof(TextResource).Assembly)));

    /// <summary>The text of that name; a name that the file lacks is a programming error.</summary>
    public string this[string name] =>
        _texts.Value.GetValueOrDefault(name)
        ?? throw new MissingManifestResourceException($"{baseName} has no text named {name}.");

    /// <summary>Whether there is a text of that name.</summary>
    public bool Has(string name) => _texts.Value.ContainsKey(name);

    /// <summary>The text of that name with its holes filled.</summary>
    public string Format(string name, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, this[name], values);

    private static FrozenDictionary<string, string> Read(ResourceManager manager) =>
        manager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<DictionaryEntry>()
            .ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
}
