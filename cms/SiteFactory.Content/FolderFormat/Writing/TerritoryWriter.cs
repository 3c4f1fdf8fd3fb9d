using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>Writes <c>territory.yaml</c>.</summary>
internal static class TerritoryWriter
{
    public static string File(Territory territory)
    {
        var map = YamlBuilder.Block()
            .Text("name", territory.Name)
            .Text("timeZone", territory.TimeZone)
            .Nested("brand", YamlBuilder.Block("  ")
                .Text("primary", territory.Brand.Primary)
                .Text("accent", territory.Brand.Accent)
                .Text("logo", territory.Brand.Logo)
                .Texts("locked", territory.Brand.Locked));
        if (!territory.Topics.IsDefaultOrEmpty)
            map.Maps("topics", territory.Topics.Select(t => YamlBuilder.Flow().Text("key", t.Key).Text("label", t.Label)));
        if (!territory.Zones.IsDefaultOrEmpty)
            map.Maps("zones", territory.Zones.Select(z => YamlBuilder.Flow().Text("key", z.Key).Text("label", z.Label).Texts("sites", z.Sites)));
        if (!territory.Portals.IsDefaultOrEmpty)
            map.Maps("portals", territory.Portals.Select(EServiceWriter.Portal));
        map.EServices(territory.EServices).Texts("fiches", territory.Sheets);
        return map.Legal(territory.Legal).ToString();
    }
}
