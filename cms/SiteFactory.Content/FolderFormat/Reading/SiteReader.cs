using System.Collections.Immutable;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Makes a site from <c>site.yaml</c>. A site with faults is still a site, so that others can go on naming it.</summary>
internal static class SiteReader
{
    public static Site Read(string key, MappingReader map)
    {
        var site = new Site(
            key,
            Kind(map),
            map.RequiredText("name") ?? key,
            map.Checked("insee", FaultCodes.BadInsee, Syntax.IsInsee),
            map.Checked("siren", FaultCodes.BadSiren, Syntax.IsSiren),
            Population(map),
            map.Texts("postalCodes", FaultCodes.BadPostalCode, Syntax.IsPostalCode),
            Domain(map) ?? $"{key}.invalid",
            Brand(map),
            Contact(map),
            map.Text("publicationDirector"),
            Rules(map),
            EServiceReader.Site(map),
            NavigationReader.Read(map, "navigation"),
            Accessibility(map),
            LegalReader.Read(map),
            map.Flag("demo") ?? false);
        map.Done();
        return site;
    }

    private static SiteKind Kind(MappingReader map)
    {
        if (map.Node("kind") is null)
            map.Missing("kind");
        return map.Choice("kind", Vocabulary.SiteKinds) ?? SiteKind.Commune;
    }

    private static int? Population(MappingReader map) => map.Value<int>("population", FaultCodes.BadNumber, static text =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : null);

    private static string? Domain(MappingReader map)
    {
        if (map.Node("domain") is null)
            map.Missing("domain");
        return map.Checked("domain", FaultCodes.BadDomain, Syntax.IsDomain);
    }

    private static SiteBrand Brand(MappingReader map)
    {
        if (map.Map("brand") is not { } inner)
            return new(null, null, null, null);
        var brand = new SiteBrand(inner.Colour("primary"), inner.Colour("accent"), inner.Media("logo"), inner.Media("hero"));
        inner.Done();
        return brand;
    }

    private static SiteContact? Contact(MappingReader map)
    {
        if (map.Map("contact") is not { } inner)
            return null;
        var contact = new SiteContact(
            inner.Text("address"),
            inner.Checked("postalCode", FaultCodes.BadPostalCode, Syntax.IsPostalCode),
            inner.Text("city"),
            inner.Checked("phone", FaultCodes.BadPhone, Syntax.IsPhone),
            inner.Checked("email", FaultCodes.BadEmail, Syntax.IsEmail),
            inner.Geo("geo"),
            inner.Hours("hours"));
        inner.Done();
        return contact;
    }

    private static ImmutableArray<SubscriptionRule> Rules(MappingReader map)
    {
        var rules = ImmutableArray.CreateBuilder<SubscriptionRule>();
        foreach (var inner in map.Maps("syndication"))
        {
            if (inner.Node("from") is null)
                inner.Missing("from");
            if (inner.Node("mode") is null)
                inner.Missing("mode");
            var from = inner.Reference("from", ReferenceKind.Site);
            var mode = inner.Choice("mode", Vocabulary.Modes);
            var rule = new SubscriptionRule(from ?? "", inner.References("topics", ReferenceKind.Topic), Kinds(inner), mode ?? default);
            inner.Done();
            if (from is not null && mode is not null)
                rules.Add(rule);
        }
        return rules.DrainToImmutable();
    }

    private static ImmutableArray<ContentKind> Kinds(MappingReader map)
    {
        var kinds = ImmutableArray.CreateBuilder<ContentKind>();
        foreach (var scalar in map.Scalars("kinds"))
        {
            if (Vocabulary.Kinds.Find(scalar.Value) is { } kind)
                kinds.Add(kind);
            else
                map.BadChoice(scalar, "kinds", Vocabulary.Kinds.Words);
        }
        return kinds.DrainToImmutable();
    }

    private static AccessibilityDeclaration? Accessibility(MappingReader map)
    {
        if (map.Map("accessibility") is not { } inner)
            return null;
        var audit = inner.Map("audit");
        var declaration = new AccessibilityDeclaration(
            audit?.Day("date"),
            audit?.Text("auditor"),
            audit is null ? null : Rate(audit),
            inner.Day("statementDate"),
            inner.Texts("nonConformities"),
            inner.Texts("exemptions"),
            inner.Texts("outOfScope"),
            inner.Checked("plan", FaultCodes.BadLink, Syntax.IsLink),
            inner.Texts("environment"),
            inner.Texts("tools"),
            inner.Texts("pages"));
        audit?.Done();
        inner.Done();
        return declaration;
    }

    private static double? Rate(MappingReader map) =>
        map.Value<double>("rate", FaultCodes.BadNumber, static text => Syntax.Number(text) is { } rate && rate is >= 0 and <= 100 ? rate : null);
}
