using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Theming.Fingerprints;

/// <summary>
/// The JSON of a page's main part: its kind, then its model. Only the code that writes is generated, which polymorphism would
/// not allow: the code that describes types costs a build of one site as much as rendering it.
/// </summary>
public static class PageMainJson
{
    /// <summary>Writes two values. The writer must not validate: together they are no JSON document.</summary>
    /// <exception cref="NotSupportedException">The kind is not named here.</exception>
    public static void Write(Utf8JsonWriter writer, PageMain main)
    {
        var json = ModelJsonContext.Default;
        writer.WriteStringValue(main.GetType().Name);
        _ = main switch
        {
            HomeMain m => Put(writer, m, json.HomeMain),
            ContentMain m => Put(writer, m, json.ContentMain),
            NewsListMain m => Put(writer, m, json.NewsListMain),
            NewsMain m => Put(writer, m, json.NewsMain),
            AgendaMain m => Put(writer, m, json.AgendaMain),
            EventMain m => Put(writer, m, json.EventMain),
            DirectoryMain m => Put(writer, m, json.DirectoryMain),
            DirectoryEntryMain m => Put(writer, m, json.DirectoryEntryMain),
            DocumentsMain m => Put(writer, m, json.DocumentsMain),
            DocumentMain m => Put(writer, m, json.DocumentMain),
            ServicesMain m => Put(writer, m, json.ServicesMain),
            SheetsMain m => Put(writer, m, json.SheetsMain),
            SheetMain m => Put(writer, m, json.SheetMain),
            ServiceMain m => Put(writer, m, json.ServiceMain),
            TrackingMain m => Put(writer, m, json.TrackingMain),
            HomeScreenMain m => Put(writer, m, json.HomeScreenMain),
            MapMain m => Put(writer, m, json.MapMain),
            SearchMain m => Put(writer, m, json.SearchMain),
            SiteMapMain m => Put(writer, m, json.SiteMapMain),
            AccessibilityMain m => Put(writer, m, json.AccessibilityMain),
            LegalMain m => Put(writer, m, json.LegalMain),
            PrivacyMain m => Put(writer, m, json.PrivacyMain),
            ContactMain m => Put(writer, m, json.ContactMain),
            NotFoundMain m => Put(writer, m, json.NotFoundMain),
            OfflineMain m => Put(writer, m, json.OfflineMain),
            _ => throw new NotSupportedException(main.GetType().Name),
        };
    }

    private static bool Put<T>(Utf8JsonWriter writer, T main, JsonTypeInfo<T> type)
    {
        JsonSerializer.Serialize(writer, main, type);
        return true;
    }
}
