using System.Collections.Immutable;

namespace SiteFactory.Widgets.Players;

/// <summary>A host whose pages may be shown in a frame, once the reader asks for it.</summary>
/// <param name="Name">As the reader knows it: "PeerTube".</param>
/// <param name="Hosts">Whose addresses editors may give.</param>
/// <param name="FrameHost">The host that the frame is loaded from; null: the one of the address.</param>
/// <param name="FramePath">From the address's path and query to the frame's; null when it is no such page.</param>
public sealed record PlayerHost(string Name, ImmutableArray<string> Hosts, string? FrameHost, Func<Uri, string?> FramePath, bool IsPeerTube = false)
{
    /// <summary>The hosts of a new territory.</summary>
    public static ImmutableArray<PlayerHost> Default { get; } =
    [
        PeerTube("tube-numerique-educatif.apps.education.fr", "tube.numerique.gouv.fr", "framatube.org", "peertube.fr"),
        new("YouTube", ["www.youtube-nocookie.com", "www.youtube.com", "youtube.com", "m.youtube.com", "youtu.be"], "www.youtube-nocookie.com", FramePaths.YouTube),
        new("Vimeo", ["player.vimeo.com", "vimeo.com", "www.vimeo.com"], "player.vimeo.com", FramePaths.Vimeo),
        new("Dailymotion", ["www.dailymotion.com", "dailymotion.com", "dai.ly"], "www.dailymotion.com", FramePaths.Dailymotion),
        new("OpenStreetMap", ["www.openstreetmap.org"], null, FramePaths.OpenStreetMap),
        new("uMap", ["umap.openstreetmap.fr"], null, uri => uri.PathAndQuery),
        new("ArcGIS", ["www.arcgis.com", "storymaps.arcgis.com"], null, uri => uri.PathAndQuery),
    ];

    /// <summary>PeerTube instances.</summary>
    public static PlayerHost PeerTube(params ImmutableArray<string> hosts) => new("PeerTube", hosts, null, FramePaths.PeerTube, IsPeerTube: true);

    /// <summary>The player of an address; null when no host of the list serves it.</summary>
    public static PlayerModel? Find(ImmutableArray<PlayerHost> hosts, string url, string title)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || !uri.IsDefaultPort || uri.UserInfo.Length > 0)
            return null;
        var host = hosts.FirstOrDefault(h => h.Hosts.Contains(uri.IdnHost));
        if (host?.FramePath(uri) is not { } path)
            return null;
        return new(title, host.Name, uri.AbsoluteUri, $"https://{host.FrameHost ?? uri.IdnHost}{path}", host.IsPeerTube);
    }

    /// <summary>What the content security policy must allow as <c>frame-src</c>.</summary>
    public static ImmutableArray<string> FrameSources(ImmutableArray<PlayerHost> hosts) =>
        [.. hosts.SelectMany(h => h.FrameHost is null ? h.Hosts : [h.FrameHost]).Select(h => $"https://{h}").Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>A page of another host, shown on demand.</summary>
/// <param name="Href">To open it there.</param>
/// <param name="Frame">What the script loads when it is asked for.</param>
public sealed record PlayerModel(string Title, string HostName, string Href, string Frame, bool IsPeerTube)
{
    /// <summary>A form to be filled in: it may be sent, and needs room.</summary>
    public bool IsForm { get; init; }
}
