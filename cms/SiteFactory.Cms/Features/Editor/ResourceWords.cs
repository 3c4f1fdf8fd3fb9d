using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace SiteFactory.Cms.Features.Editor;

/// <summary>All words of a resource file by name, for whoever looks for words that may not be there, or hands them to a script.</summary>
public static class ResourceWords
{
    /// <summary>Of <c>Features/Editor/{name}.resx</c>.</summary>
    public static FrozenDictionary<string, string> Of(string name)
    {
        var manager = new ResourceManager("SiteFactory.Cms.Features.Editor." + name, typeof(ResourceWords).Assembly);
        using var words = manager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!;
        return words.Cast<DictionaryEntry>().ToFrozenDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
    }
}
