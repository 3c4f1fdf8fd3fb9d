using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>Writes <c>eServices:</c>: on one line when that is enough.</summary>
internal static class EServiceWriter
{
    public static YamlBuilder EServices(this YamlBuilder map, EServiceSettings settings)
    {
        if (settings is { Chosen: null, Featured.IsDefaultOrEmpty: true, Services.IsDefaultOrEmpty: true })
            return map.Map("eServices", Head(YamlBuilder.Flow(), settings));
        var inner = Head(YamlBuilder.Block("  "), settings);
        if (settings.Chosen is { } chosen)
            inner.Raw("chosen", YamlBuilder.FlowList(chosen.Select(YamlText.Scalar)));
        return map.Nested("eServices", inner.Texts("featured", settings.Featured).Entries(settings.Services));
    }

    public static YamlBuilder EServices(this YamlBuilder map, TerritoryEServices settings) =>
        settings is { Portal: null, Shared.IsDefaultOrEmpty: true, Featured.IsDefaultOrEmpty: true, Services.IsDefaultOrEmpty: true }
            ? map
            : map.Nested("eServices", YamlBuilder.Block("  ")
                .Text("portal", settings.Portal)
                .Texts("shared", settings.Shared)
                .Texts("featured", settings.Featured)
                .Entries(settings.Services));

    public static YamlBuilder Portal(PortalDeclaration portal) => YamlBuilder.Flow()
        .Text("key", portal.Key)
        .Text("kind", portal.Kind)
        .Text("url", portal.Url)
        .Text("label", portal.Label)
        .Text("parameter", portal.Parameter == PortalDeclaration.DefaultParameter ? null : portal.Parameter)
        .Text("jurisdiction", portal.Jurisdiction)
        .Text("tracking", portal.Tracking)
        .Text("orig", portal.Orig)
        .Flag("local", portal.IsLocal, unless: false);

    private static YamlBuilder Head(YamlBuilder map, EServiceSettings settings)
    {
        map.Choice("model", Vocabulary.EServiceModels, settings.Model).Text("portal", settings.Portal);
        return settings.Sheets is { } sheets ? map.Raw("fiches", YamlBuilder.FlowList(sheets)) : map;
    }

    private static YamlBuilder Entries(this YamlBuilder map, ImmutableArray<EServiceEntry> entries) =>
        entries.IsDefaultOrEmpty ? map : map.Maps("services", entries.Select(Entry));

    private static YamlBuilder Entry(EServiceEntry entry) => YamlBuilder.Flow()
        .Text("key", entry.Key)
        .Choice("kind", Vocabulary.EServiceKinds, entry.Kind, unless: EServiceKind.Portal)
        .Text("portal", entry.Portal)
        .Text("id", entry.Id)
        .Text("url", entry.Url)
        .Text("title", entry.Title)
        .Text("summary", entry.Summary)
        .Choice("access", Vocabulary.EServiceAccesses, entry.Access)
        .Text("category", entry.Category)
        .Texts("lifeEvents", entry.LifeEvents)
        .Choice("handledBy", Vocabulary.EServiceHandlers, entry.HandledBy)
        .Text("owner", entry.Owner)
        .Text("forWhom", entry.ForWhom)
        .Texts("documents", entry.Documents)
        .Text("cost", entry.Cost)
        .Text("delay", entry.Delay)
        .Text("office", entry.Office)
        .Texts("hours", entry.Hours)
        .Texts("keywords", entry.Keywords)
        .Text("icon", entry.Icon);
}
