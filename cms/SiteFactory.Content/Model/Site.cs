using System.Collections.Immutable;
using NodaTime;

namespace SiteFactory.Content.Model;

/// <summary>Whose site it is.</summary>
public enum SiteKind
{
    Commune,
    Metropole,
}

/// <summary>One site's identity and settings (<c>site.yaml</c>).</summary>
/// <param name="Key">The folder's name; stable, lower case.</param>
/// <param name="Insee">Five characters, kept as text (Corsica has letters).</param>
/// <param name="Navigation">Null: the top of the page tree.</param>
/// <param name="Demo">The site shows a discreet "contenu de démonstration" mark.</param>
public sealed record Site(
    string Key,
    SiteKind Kind,
    string Name,
    string? Insee,
    string? Siren,
    int? Population,
    ImmutableArray<string> PostalCodes,
    string Domain,
    SiteBrand Brand,
    SiteContact? Contact,
    string? PublicationDirector,
    ImmutableArray<SubscriptionRule> Syndication,
    EServiceSettings EServices,
    ImmutableArray<NavigationEntry>? Navigation,
    AccessibilityDeclaration? Accessibility,
    LegalNotice? Legal,
    bool Demo)
{
    /// <summary><c>https://</c> and the domain, without a final slash.</summary>
    public string BaseUrl => "https://" + Domain;
}

/// <summary>What a site adds to the territorial brand. Null: the territory's own.</summary>
public sealed record SiteBrand(string? Primary, string? Accent, string? Logo, string? Hero);

/// <summary>Where the town hall is and how to reach it.</summary>
/// <param name="Hours">OSM opening-hours strings: <c>Mo-Fr 09:00-12:00</c>.</param>
public sealed record SiteContact(
    string? Address,
    string? PostalCode,
    string? City,
    string? Phone,
    string? Email,
    GeoPoint? Geo,
    ImmutableArray<string> Hours);

/// <summary>WGS 84 coordinates in degrees.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude);

/// <summary>What to do with an item that a rule fits.</summary>
public enum SyndicationMode
{
    /// <summary>Shown at once.</summary>
    Auto,

    /// <summary>Waits for the webmaster.</summary>
    Review,

    /// <summary>Not shown.</summary>
    Never,
}

/// <summary>One line of what a site takes from others; the first rule that fits decides.</summary>
/// <param name="From">A site key.</param>
/// <param name="Topics">Empty: any topic.</param>
/// <param name="Kinds">Empty: any kind.</param>
public sealed record SubscriptionRule(
    string From,
    ImmutableArray<string> Topics,
    ImmutableArray<ContentKind> Kinds,
    SyndicationMode Mode);

/// <summary>An entry of a menu written by hand: a page of the site or an outside address.</summary>
/// <param name="Children">Null: the child pages, for a page; none, for an address.</param>
public sealed record NavigationEntry(string Label, string? Page, string? Url, ImmutableArray<NavigationEntry>? Children);

/// <summary>The declared accessibility audit, from which the legal level is computed (RGAA).</summary>
/// <param name="Rate">Percentage of criteria met, 0 to 100; null without an audit.</param>
/// <param name="OutOfScope">Contents that the law exempts.</param>
/// <param name="Plan">A page or an address: the accessibility scheme over several years, with the year's plan; or null.</param>
/// <param name="Environment">Browsers and assistive technologies of the test.</param>
/// <param name="Tools">What the audit was made with.</param>
/// <param name="Pages">The pages that were audited.</param>
public sealed record AccessibilityDeclaration(
    LocalDate? AuditDate,
    string? Auditor,
    double? Rate,
    LocalDate? StatementDate,
    ImmutableArray<string> NonConformities,
    ImmutableArray<string> Exemptions,
    ImmutableArray<string> OutOfScope,
    string? Plan,
    ImmutableArray<string> Environment,
    ImmutableArray<string> Tools,
    ImmutableArray<string> Pages);
