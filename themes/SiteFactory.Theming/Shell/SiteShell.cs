using System.Collections.Immutable;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Pictures;

namespace SiteFactory.Theming.Shell;

/// <summary>What every page of one site shows around its content.</summary>
/// <param name="SiteKey">The site's key.</param>
/// <param name="BaseUrl"><c>https://www.vany.fr</c>, no final slash.</param>
/// <param name="Population">Inhabitants, or null.</param>
/// <param name="Logo">The commune's emblem or the métropole's logo.</param>
/// <param name="Territory">The métropole: shown apart from the commune. Its Href is null on its own site.</param>
/// <param name="Navigation">The main menu, two levels or more.</param>
/// <param name="QuickLinks">Contact, démarches, search… for the header's tools.</param>
/// <param name="FooterLinks">Legal pages, accessibility with its level, site map…</param>
/// <param name="AccessibilityLabel">"Accessibilité : non conforme" (décret 2019-768, art. 8).</param>
/// <param name="Demo">Shows the "contenu de démonstration" mark.</param>
/// <param name="Assets">Asset name to fingerprinted address: <c>theme.css</c> → <c>/assets/theme.1a2b3c4d5e.css</c>.</param>
/// <param name="ThemeColor">The brand's main colour, <c>#rrggbb</c>.</param>
public sealed record SiteShell(
    string SiteKey,
    bool IsMetropole,
    string Name,
    string BaseUrl,
    int? Population,
    PictureModel? Logo,
    TerritoryMark Territory,
    ImmutableArray<NavigationNode> Navigation,
    ImmutableArray<Link> QuickLinks,
    ImmutableArray<Link> FooterLinks,
    string AccessibilityLabel,
    ContactModel Contact,
    ImmutableArray<AlertModel> Alerts,
    bool Demo,
    string ThemeColor,
    ImmutableSortedDictionary<string, string> Assets)
{
    /// <summary>The address of an asset. Throws when the theme did not declare it: a mistake in the theme.</summary>
    public string Asset(string name) => Assets[name];
}

/// <summary>The métropole as the commune's site names it.</summary>
public sealed record TerritoryMark(string Name, string? Href, PictureModel? Logo);

/// <summary>An entry of the menu.</summary>
public sealed record NavigationNode(string Label, string Href, bool External, ImmutableArray<NavigationNode> Children);

/// <summary>An alert in force.</summary>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>danger</c>.</param>
/// <param name="Body">The alert in full, or null when the title says it all.</param>
public sealed record AlertModel(string Id, string Severity, string Title, string? Summary, BodyContent? Body, Link? Link, Origin? Origin);

/// <summary>Where and when to reach the town hall.</summary>
public sealed record ContactModel(
    string Name,
    string? Address,
    string? PostalCode,
    string? City,
    string? Phone,
    string? Email,
    GeoModel? Geo,
    HoursModel? Hours);

/// <summary>WGS 84 degrees.</summary>
public sealed record GeoModel(double Latitude, double Longitude);

/// <summary>Opening hours as people read them, and for the "ouvert maintenant" script.</summary>
/// <param name="Days">Monday first.</param>
/// <param name="Machine">
/// Compact text for a <c>data-hours</c> attribute, read by the theme's script. Entries are separated by semicolons: a day
/// (<c>Mo</c>…<c>Su</c>) with its ranges in minutes from midnight, <c>Mo 540-720,840-1020;We 540-720</c>, then exceptional
/// closures and closed public holidays as <c>x 2026-12-24/2026-12-31 Congés</c> (both days included; the reason is optional, its
/// spaces, semicolons and per cent signs escaped as in an address). A day that is not named is closed.
/// </param>
/// <param name="TimeZone">IANA name for the script.</param>
public sealed record HoursModel(
    ImmutableArray<HoursDay> Days,
    ImmutableArray<string> Closures,
    string Machine,
    string TimeZone);

/// <param name="Label">"Lundi".</param>
/// <param name="Text">"9 h – 12 h, 14 h – 17 h" or "Fermé".</param>
public sealed record HoursDay(string Label, string Text, bool Open);
