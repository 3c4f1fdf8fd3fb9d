namespace SiteFactory.Widgets.Players;

/// <summary>From the address that people copy to the one made for frames.</summary>
internal static class FramePaths
{
    public static string? YouTube(Uri uri)
    {
        var parts = Parts(uri);
        var id = uri.IdnHost == "youtu.be" ? parts.FirstOrDefault()
            : parts is ["embed" or "shorts" or "live", var named, ..] ? named
            : parts is ["watch"] ? Query(uri, "v")
            : null;
        return IsId(id) ? $"/embed/{id}?autoplay=1" : null;
    }

    public static string? Vimeo(Uri uri)
    {
        var parts = Parts(uri);
        var id = parts is ["video", var named, ..] ? named : parts.FirstOrDefault();
        return IsId(id) ? $"/video/{id}?autoplay=1&dnt=1" : null;
    }

    public static string? Dailymotion(Uri uri)
    {
        var parts = Parts(uri);
        var id = uri.IdnHost == "dai.ly" ? parts.FirstOrDefault() : After(parts, "video");
        return IsId(id) ? $"/embed/video/{id}?autoplay=1" : null;
    }

    public static string? PeerTube(Uri uri)
    {
        var parts = Parts(uri);
        var id = parts is ["w", _] or ["videos", "watch" or "embed", _] ? parts[^1] : null;
        return IsId(id) ? $"/videos/embed/{id}?autoplay=1&p2p=0" : null;
    }

    public static string? OpenStreetMap(Uri uri) => uri.AbsolutePath == "/export/embed.html" ? uri.PathAndQuery : null;

    private static string[] Parts(Uri uri) => uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static string? After(string[] parts, string word)
    {
        var at = Array.IndexOf(parts, word);
        return at >= 0 && at + 1 < parts.Length ? parts[at + 1] : null;
    }

    private static bool IsId(string? id) => id is { Length: > 0 and <= 64 } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static string? Query(Uri uri, string name) => uri.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=', 2))
        .FirstOrDefault(pair => pair.Length == 2 && pair[0] == name)?[1];
}
