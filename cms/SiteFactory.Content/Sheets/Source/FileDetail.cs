using System.Globalization;

namespace SiteFactory.Content.Sheets.Source;

/// <summary>What a link leads to, when that is not a page: "PDF, 79,4 Ko".</summary>
internal static class FileDetail
{
    public static string? Of(SourceNode node)
    {
        var format = Format(node["format"]);
        var size = Size(node["poids"]);
        return format is null ? null : size is null ? format : $"{format}, {size}";
    }

    private static string? Format(string? mediaType) => mediaType?.Split(';')[0].Trim() switch
    {
        "application/pdf" => "PDF",
        "application/msword" or "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => "Word",
        "application/vnd.ms-excel" or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => "Excel",
        "application/vnd.oasis.opendocument.text" => "OpenDocument",
        "application/rtf" or "text/rtf" => "RTF",
        "application/zip" => "ZIP",
        _ => null,
    };

    // "79.4 KB", "1.2 MB".
    private static string? Size(string? text)
    {
        if (text?.Split(' ') is not [var number, var unit]
            || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value <= 0)
            return null;
        var french = unit.ToUpperInvariant() switch { "KB" => "Ko", "MB" => "Mo", _ => null };
        return french is null ? null : $"{value.ToString("0.#", CultureInfo.InvariantCulture).Replace('.', ',')}\u00a0{french}";
    }
}
