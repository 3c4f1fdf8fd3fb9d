using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace SiteFactory.Portal.Requests;

/// <summary>Tables that spreadsheets open: UTF-8 with its mark, semicolons, quoted cells.</summary>
internal static class Csv
{
    /// <summary>What a file begins with.</summary>
    public const string Mark = "\ufeff";

    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static void Line(StringBuilder csv, IEnumerable<string?> cells) => csv.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    public static string Moment(Instant at, DateTimeZone zone) => Pattern.Format(at.InZone(zone).LocalDateTime);

    // A cell that starts like a formula is one to a spreadsheet: a citizen's text must stay text.
    private static string Cell(string? text)
    {
        var value = text ?? "";
        if (value.Length > 0 && (value[0] is '=' or '+' or '-' or '@' or '\t' or '\r') && !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            value = "'" + value;
        return "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
