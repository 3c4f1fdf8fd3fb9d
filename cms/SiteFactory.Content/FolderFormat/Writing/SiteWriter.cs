using System.Collections.Immutable;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Writing;

/// <summary>Writes <c>site.yaml</c>.</summary>
internal static class SiteWriter
{
    public static string File(Site site)
    {
        var map = YamlBuilder.Block()
            .Choice("kind", Vocabulary.SiteKinds, site.Kind)
            .Text("name", site.Name)
            .Text("insee", site.Insee)
            .Text("siren", site.Siren)
            .Number("population", site.Population)
            .Texts("postalCodes", site.PostalCodes)
            .Raw("domain", site.Domain)
            .Flag("demo", site.Demo, unless: false);
        if (site.Brand is not (null, null, null, null))
            map.Map("brand", Brand(site.Brand));
        if (site.Contact is { } contact)
            map.Nested("contact", Contact(contact));
        map.Text("publicationDirector", site.PublicationDirector);
        if (!site.Syndication.IsDefaultOrEmpty)
            map.Maps("syndication", site.Syndication.Select(Rule));
        map.EServices(site.EServices);
        if (site.Navigation is { } navigation)
            Navigation(map, navigation);
        if (site.Accessibility is { } accessibility)
            map.Nested("accessibility", Accessibility(accessibility));
        return map.Legal(site.Legal).ToString();
    }

    public static YamlBuilder Legal(this YamlBuilder map, LegalNotice? legal)
    {
        if (legal is null)
            return map;
        var inner = YamlBuilder.Block("  ");
        if (legal.Host is { } host)
            inner.Map("host", YamlBuilder.Flow().Text("name", host.Name).Text("address", host.Address).Text("phone", host.Phone));
        if (legal.DataProtection is { } officer)
            inner.Map("dataProtection", YamlBuilder.Flow().Text("name", officer.Name).Text("email", officer.Email));
        return map.Nested("legal", inner);
    }

    private static YamlBuilder Brand(SiteBrand brand) => YamlBuilder.Flow()
        .Text("primary", brand.Primary).Text("accent", brand.Accent).Text("logo", brand.Logo).Text("hero", brand.Hero);

    private static YamlBuilder Contact(SiteContact contact) => YamlBuilder.Block("  ")
        .Text("address", contact.Address)
        .Text("postalCode", contact.PostalCode)
        .Text("city", contact.City)
        .Text("phone", contact.Phone)
        .Text("email", contact.Email)
        .Geo("geo", contact.Geo)
        .Texts("hours", contact.Hours);

    private static YamlBuilder Rule(SubscriptionRule rule)
    {
        var map = YamlBuilder.Flow().Text("from", rule.From).Texts("topics", rule.Topics);
        if (!rule.Kinds.IsDefaultOrEmpty)
            map.Raw("kinds", YamlBuilder.FlowList(rule.Kinds.Select(Vocabulary.Kinds.Text)));
        return map.Choice("mode", Vocabulary.Modes, rule.Mode);
    }

    private static void Navigation(YamlBuilder map, ImmutableArray<NavigationEntry> entries)
    {
        if (entries.IsEmpty)
            map.Raw("navigation", "[]");
        else
            map.Maps("navigation", entries.Select(Entry));
    }

    private static YamlBuilder Entry(NavigationEntry entry)
    {
        var map = YamlBuilder.Flow().Text("label", entry.Label).Text("page", entry.Page).Text("url", entry.Url);
        return entry.Children is { } children
            ? map.Raw("children", YamlBuilder.FlowList(children.Select(c => Entry(c).ToString())))
            : map;
    }

    private static YamlBuilder Accessibility(AccessibilityDeclaration declaration)
    {
        var map = YamlBuilder.Block("  ");
        if (declaration is not { AuditDate: null, Auditor: null, Rate: null })
            map.Map("audit", YamlBuilder.Flow().Day("date", declaration.AuditDate).Text("auditor", declaration.Auditor).Number("rate", declaration.Rate));
        return map.Day("statementDate", declaration.StatementDate)
            .Texts("nonConformities", declaration.NonConformities)
            .Texts("exemptions", declaration.Exemptions)
            .Texts("outOfScope", declaration.OutOfScope)
            .Text("plan", declaration.Plan)
            .Texts("environment", declaration.Environment)
            .Texts("tools", declaration.Tools)
            .Texts("pages", declaration.Pages);
    }
}
