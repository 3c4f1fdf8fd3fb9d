using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SiteFactory.Content.Media;

/// <summary>SVG: <c>width</c> and <c>height</c> in pixels, otherwise the view box, of the root element.</summary>
internal static partial class SvgHeader
{
    private const int SearchedBytes = 4096;

    public static PictureSize? Read(ReadOnlySpan<byte> file)
    {
        var head = file[..Math.Min(file.Length, SearchedBytes)];
        var root = head.IndexOf("<svg"u8);
        if (root < 0 || !head.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8))
            return null;
        var tag = head[root..];
        var end = tag.IndexOf((byte)'>');
        if (end < 0)
            return null;
        var text = Encoding.UTF8.GetString(tag[..end]);
        return Pixels(WidthPattern().Match(text)) is { } width && Pixels(HeightPattern().Match(text)) is { } height
            ? new(width, height)
            : ViewBox(text);
    }

    private static PictureSize? ViewBox(string tag)
    {
        var match = ViewBoxPattern().Match(tag);
        return match.Success && Pixels(match, "width") is { } width && Pixels(match, "height") is { } height ? new(width, height) : null;
    }

    private static int? Pixels(Match match, string group = "size") =>
        match.Success && double.TryParse(match.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && value is > 0 and < 100_000 ? Math.Max(1, (int)Math.Round(value, MidpointRounding.AwayFromZero)) : null;

    [GeneratedRegex(@"\swidth\s*=\s*[""']\s*(?<size>[0-9.]+)(px)?\s*[""']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WidthPattern();

    [GeneratedRegex(@"\sheight\s*=\s*[""']\s*(?<size>[0-9.]+)(px)?\s*[""']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeightPattern();

    [GeneratedRegex(@"\sviewBox\s*=\s*[""']\s*[-0-9.eE]+[\s,]+[-0-9.eE]+[\s,]+(?<width>[0-9.eE+]+)[\s,]+(?<height>[0-9.eE+]+)\s*[""']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ViewBoxPattern();
}
