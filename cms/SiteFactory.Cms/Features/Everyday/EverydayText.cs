using System.Globalization;
using SiteFactory.Cms.Features.Items;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>What people typed, for files in which a text is one paragraph.</summary>
public static class EverydayText
{
    /// <summary>Lines put together to one paragraph; null when nothing is left.</summary>
    public static string? Paragraph(string? text) => Typed.Lines(text) is { IsEmpty: false } lines ? string.Join(' ', lines) : null;

    /// <summary>Degrees with a decimal point; null when it is no number or lies beyond the limit.</summary>
    public static double? Degrees(string text, double most) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= most ? number : null;

    /// <summary>A count of one or more; null when the field is empty or wrong.</summary>
    public static int? Count(string field, string? text, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (int.TryParse(text.Replace("\u00a0", "", StringComparison.Ordinal).Replace("\u202f", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 100_000)
            return count;
        errors.Add(field, EverydayTexts.T["CountWrong"]);
        return null;
    }
}
