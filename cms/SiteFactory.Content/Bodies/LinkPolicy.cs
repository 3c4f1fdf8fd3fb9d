using System.Buffers;
using System.Text;

namespace SiteFactory.Content.Bodies;

/// <summary>Which addresses a body may link to. Anything not named here is refused.</summary>
public static class LinkPolicy
{
    private const string MediaFolder = "media/";
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(" \"<>`{}|^");

    /// <summary>The checked target, or null when the address may not stand in a page.</summary>
    public static LinkTarget? Check(string? address)
    {
        var url = address?.Trim(' ') ?? "";
        if (url.Length == 0 || HasForbidden(url))
            return null;
        if (url[0] == '#')
            return url.Length == 1 ? null : new(LinkKind.Fragment, Escaped(url));
        if (url.StartsWith("//", StringComparison.Ordinal))
            return null;
        if (SchemeOf(url) is { } scheme)
            return KindOf(scheme) is { } kind && url.Length > scheme.Length + 1 ? new(kind, Escaped(url)) : null;
        return IsMedia(url) ? new(LinkKind.Media, url) : new(LinkKind.Page, Escaped(url));
    }

    /// <summary>Whether the path names a file of this site's media, or of another site's: <c>metropole/media/x.jpg</c>.</summary>
    public static bool IsMedia(string path)
    {
        if (path.StartsWith(MediaFolder, StringComparison.Ordinal))
            return path.Length > MediaFolder.Length;
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && path.AsSpan(slash + 1).StartsWith(MediaFolder, StringComparison.Ordinal);
    }

    private static LinkKind? KindOf(string scheme) => scheme.ToLowerInvariant() switch
    {
        "http" or "https" => LinkKind.External,
        "mailto" or "tel" or "geo" => LinkKind.Contact,
        _ => null,
    };

    /// <summary>What stands before the first colon, when nothing before it says "path".</summary>
    private static string? SchemeOf(string url)
    {
        var end = url.AsSpan().IndexOfAny(":/?#");
        return end >= 0 && url[end] == ':' ? url[..end] : null;
    }

    /// <summary>Browsers drop control characters and read <c>\</c> as <c>/</c>: neither has a use in an address.</summary>
    private static bool HasForbidden(string url)
    {
        foreach (var c in url)
        {
            if (char.IsControl(c) || c is '\\' or '\u2028' or '\u2029' or '\ufeff')
                return true;
        }
        return false;
    }

    private static string Escaped(string url)
    {
        if (!url.AsSpan().ContainsAny(Unsafe))
            return url;
        var escaped = new StringBuilder(url.Length + 16);
        foreach (var c in url)
        {
            if (Unsafe.Contains(c))
                escaped.Append('%').Append(((int)c).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }
}
