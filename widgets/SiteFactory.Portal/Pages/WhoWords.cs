using System.Globalization;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Territory;
using SiteFactory.Theming.French;

namespace SiteFactory.Portal.Pages;

/// <summary>Says who handles a request.</summary>
public static class WhoWords
{
    /// <summary>Before anything is answered.</summary>
    public static string Before(FormDefinition form, PortalTerritory now)
    {
        var handlers = form.DispatchField is { } name && form.Field(name) is { } field
            ? field.Options.Select(o => o.Handler ?? form.Handler).Distinct().ToList() : [form.Handler];
        var metropole = now.Metropole?.Name ?? now.Name;
        return handlers switch
        {
            [Handler.Commune] => PagesTexts.WhoCommune,
            [Handler.Metropole] => Fill(PagesTexts.WhoMetropole, metropole),
            _ => Fill(PagesTexts.WhoEither, metropole),
        };
    }

    /// <summary>Once it is known.</summary>
    public static string Decided(string body, PortalTerritory now) => FrenchText.Capitalize(now.Body(body)?.Called ?? body) + ".";

    private static string Fill(string format, string value) => string.Format(CultureInfo.InvariantCulture, format, value);
}
