using System.Collections.Immutable;
using System.Text;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Theming;
using SiteFactory.Theming.Brand;

namespace SiteFactory.Generator.Plan;

/// <summary>
/// Gives assets their fingerprinted names. An asset names another one as <c>asset:name</c>, or a script as <c>./name.js</c>;
/// both become the fingerprinted name. The stylesheet starts with the site's own colours and ends with the widgets' rules.
/// </summary>
internal sealed class AssetPlanner(GenerationSettings settings, BrandTokens brand)
{
    private const string Stylesheet = "theme.css";
    private const string Script = "theme.js";
    private const string Folder = "assets/";

    private readonly Dictionary<string, ThemeAsset> _assets = settings.Theme.Assets.Concat(settings.ExtraAssets).ToDictionary(a => a.Name);
    private readonly Dictionary<string, NamedAsset> _done = new(StringComparer.Ordinal);

    /// <summary>Asset name to address, and the files.</summary>
    public (ImmutableSortedDictionary<string, string> Addresses, ImmutableArray<PlannedOutput> Outputs) Plan()
    {
        foreach (var name in _assets.Keys.Order(StringComparer.Ordinal))
            Resolve(name);
        return (
            _done.ToImmutableSortedDictionary(d => d.Key, d => d.Value.Address, StringComparer.Ordinal),
            [.. _done.Keys.Order(StringComparer.Ordinal).Select(n => DataOutput.Of(_done[n].Address[1..], _done[n].Bytes))]);
    }

    private string Resolve(string name)
    {
        if (_done.TryGetValue(name, out var done))
            return done.Address;
        var bytes = Content(_assets[name]);
        var dot = name.LastIndexOf('.');
        var address = $"/{Folder}{name[..dot]}.{Fingerprint.Of(bytes).Short}{name[dot..]}";
        _done[name] = new(address, bytes);
        return address;
    }

    private byte[] Content(ThemeAsset asset)
    {
        if (!asset.Name.EndsWith(".css", StringComparison.Ordinal) && !asset.Name.EndsWith(".js", StringComparison.Ordinal))
            return asset.Content.ToArray();
        var text = Encoding.UTF8.GetString(asset.Content.Span);
        if (asset.Name == Stylesheet)
            text = settings.Theme.StylesheetFor(brand) + text + settings.WidgetStylesheet;
        if (asset.Name == Script)
            text += settings.WidgetScript;
        foreach (var other in _assets.Keys.Where(n => n != asset.Name).OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal))
            text = Replace(text, other);
        return Encoding.UTF8.GetBytes(text);
    }

    private string Replace(string text, string other)
    {
        if (text.Contains("asset:" + other, StringComparison.Ordinal))
            text = text.Replace("asset:" + other, Resolve(other), StringComparison.Ordinal);
        foreach (var quote in "\"'")
        {
            var import = $"{quote}./{other}{quote}";
            if (text.Contains(import, StringComparison.Ordinal))
                text = text.Replace(import, $"{quote}.{Resolve(other)[Folder.Length..]}{quote}", StringComparison.Ordinal);
        }
        return text;
    }

    private sealed record NamedAsset(string Address, byte[] Bytes);
}
