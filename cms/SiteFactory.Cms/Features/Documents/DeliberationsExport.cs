using System.Globalization;
using System.Text;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Documents;

/// <summary>The deliberations in the format of the "Socle commun des données locales" (SCDL, schema Délibérations 2.1).</summary>
public static class DeliberationsExport
{
    private static readonly string[] Columns =
    [
        "COLL_NOM", "COLL_SIRET", "DELIB_ID", "DELIB_DATE", "DELIB_MATIERE_CODE", "DELIB_MATIERE_NOM", "DELIB_OBJET", "BUDGET_ANNEE", "BUDGET_NOM",
        "PREF_ID", "PREF_DATE", "VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION", "DELIB_URL",
    ];

    /// <summary>UTF-8 text with commas and a header line.</summary>
    /// <param name="documents">Those that the public sees; what is no dated deliberation is left out.</param>
    public static string Csv(IEnumerable<OfficialDocument> documents, Site site)
    {
        var csv = new StringBuilder();
        Line(csv, Columns);
        foreach (var document in documents.Where(d => d is { Type: DocumentType.Deliberation, Session: not null }).OrderBy(d => d.Session).ThenBy(d => d.Key, StringComparer.Ordinal))
        {
            Line(csv,
            [
                site.Name, Siret(site.Siren), document.Reference ?? document.Key, FormTimes.Day(document.Session!.Value), "", "", document.Title, "", "",
                "", "", "", "", "", "", "", $"{site.BaseUrl}/documents/{document.Key}/",
            ]);
        }
        return csv.ToString();
    }

    /// <summary>The seat's number: a commune's first establishment, whose last digit makes the sum right (Luhn).</summary>
    public static string Siret(string? siren)
    {
        if (siren is not { Length: 9 } || !siren.All(char.IsAsciiDigit))
            return "";
        var body = siren + "0001";
        for (var check = '0'; check <= '9'; check++)
        {
            if (IsLuhn(body + check))
                return body + check;
        }
        return "";
    }

    private static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 1 && (digit *= 2) > 9)
                digit -= 9;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    private static void Line(StringBuilder csv, IEnumerable<string> cells) =>
        csv.Append(CultureInfo.InvariantCulture, $"{string.Join(',', cells.Select(Cell))}\r\n");

    /// <summary>Quoted where it must be; a spreadsheet takes nothing for a formula.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
