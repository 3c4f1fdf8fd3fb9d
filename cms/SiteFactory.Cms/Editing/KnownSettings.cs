using System.Collections.Concurrent;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Editing;

/// <summary>Settings as they were read last. Every screen needs them, they change once a month, and reading them takes longer than a database's answer.</summary>
public sealed class KnownSettings
{
    private readonly ConcurrentDictionary<string, Known<Site>> _sites = new(StringComparer.Ordinal);
    private Known<Territory>? _territory;

    /// <summary>The territory that the text says. Throws when it cannot be read.</summary>
    public Territory Territory(string text)
    {
        if (_territory is { } known && known.Text == text)
            return known.Settings;
        var read = FormatText.ReadTerritory(text).Value ?? throw new InvalidOperationException("The territory's settings cannot be read.");
        _territory = new(text, read);
        return read;
    }

    /// <summary>The site that the text says. Throws when it cannot be read.</summary>
    public Site Site(string key, string text)
    {
        if (_sites.TryGetValue(key, out var known) && known.Text == text)
            return known.Settings;
        var read = FormatText.ReadSite(key, text).Value ?? throw new InvalidOperationException($"The settings of '{key}' cannot be read.");
        _sites[key] = new(text, read);
        return read;
    }

    private sealed record Known<T>(string Text, T Settings);
}
