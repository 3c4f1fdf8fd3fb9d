using System.Text;

namespace SiteFactory.Cms.Media;

/// <summary>Where texts of the content format name a file of their own site's library: <c>media/a.jpg</c>. Pure.</summary>
internal static class MediaNames
{
    /// <summary>Whether the text names the file.</summary>
    public static bool Stands(string? text, string path) => text is not null && At(text, path, 0) >= 0;

    /// <summary>The text with another name for the file.</summary>
    public static string Replaced(string text, string path, string name)
    {
        var (result, done) = (new StringBuilder(text.Length), 0);
        for (var at = At(text, path, 0); at >= 0; at = At(text, path, done))
        {
            result.Append(text, done, at - done).Append(name);
            done = at + path.Length;
        }
        return result.Append(text, done, text.Length - done).ToString();
    }

    // "media/a.jpg" is not the file in "media/a.jpg.png", nor in "vany/media/a.jpg" when it stands in another site's folder.
    private static int At(string text, string path, int from)
    {
        for (var at = text.IndexOf(path, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(path, at + 1, StringComparison.Ordinal))
        {
            var end = at + path.Length;
            var endsHere = end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]));
            if (endsHere && (at == 0 || text[at - 1] != '/'))
                return at;
        }
        return -1;
    }
}
