using System.Collections.Immutable;
using SiteFactory.Theming.Pictures;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Theming.Pages;

/// <summary>A link with its words.</summary>
/// <param name="External">Leads to another host.</param>
public sealed record Link(string Label, string Href, bool External = false);

/// <summary>Whose item it is, when it is not this site's.</summary>
/// <param name="Href">The owner's page of the item.</param>
public sealed record Origin(string Name, string Href);

/// <summary>A topic with its filtered list.</summary>
public sealed record TopicTag(string Key, string Label, string Href);

/// <summary>A date, ready to show.</summary>
/// <param name="Iso">For <c>time datetime</c>: <c>2026-09-14</c>.</param>
/// <param name="Long">"14 septembre 2026".</param>
/// <param name="Day">"14".</param>
/// <param name="Month">"sept.".</param>
/// <param name="Weekday">"lundi".</param>
public sealed record DateStamp(string Iso, string Long, string Weekday, string Day, string Month, string Year);

/// <summary>When an event takes place, ready to show.</summary>
/// <param name="Text">"Samedi 12 décembre 2026, de 14 h à 18 h".</param>
/// <param name="StartIso">With offset, for <c>time datetime</c>.</param>
/// <param name="Start">The first day shown.</param>
/// <param name="End">The last day when it is another one.</param>
/// <param name="Recurrence">"Tous les mardis jusqu’au 30 juin 2027", or null.</param>
public sealed record EventWhen(string Text, string StartIso, string? EndIso, DateStamp Start, DateStamp? End, string? Recurrence);

/// <summary>A file to download.</summary>
/// <param name="Detail">"PDF, 120 Ko".</param>
public sealed record FileLink(string Href, string FileName, string Detail);

public sealed record NewsCard(
    string Title, string Href, string? Summary, DateStamp Date, PictureModel? Picture,
    ImmutableArray<TopicTag> Topics, Origin? Origin, bool Pinned, string? Note);

/// <param name="Status"><c>scheduled</c>, <c>full</c>, <c>postponed</c> or <c>cancelled</c>.</param>
public sealed record EventCard(
    string Title, string Href, string? Summary, EventWhen When, string? Place, string Status, PictureModel? Picture,
    ImmutableArray<TopicTag> Topics, Origin? Origin, bool Pinned, string? Note);

/// <param name="Key">Unique on the page, for anchors and the map.</param>
/// <param name="Type"><c>facility</c>, <c>service</c>, <c>association</c>, <c>business</c> or <c>person</c>.</param>
/// <param name="TypeLabel">"Équipements".</param>
public sealed record DirectoryCard(
    string Key, string Title, string Href, string? Summary, string Type, string TypeLabel, string? Category, string? Role,
    string? Address, ImmutableArray<string> Phones, ImmutableArray<string> Emails, ImmutableArray<Link> Urls,
    GeoModel? Geo, HoursModel? Hours, bool? Accessible, PictureModel? Picture, Origin? Origin);

/// <param name="TypeLabel">"Délibération".</param>
/// <param name="Author">"Prénom Nom, maire", or null.</param>
public sealed record DocumentCard(
    string Title, string Href, string Type, string TypeLabel, DateStamp? Session, string? Reference, string? Author,
    DateStamp? PostedAt, FileLink? File, string? Summary);

/// <summary>A page in a list of pages.</summary>
public sealed record PageCard(string Title, string Href, string? Summary, PictureModel? Picture);

/// <summary>Where one is in a list of several pages.</summary>
/// <param name="Pages">One link a page, its number as label.</param>
public sealed record Pager(int Current, int Total, string? Previous, string? Next, ImmutableArray<Link> Pages);

/// <summary>A filter of a list: the links lead to static pages.</summary>
public sealed record FilterLink(string Label, string Href, bool Current, int Count);

/// <summary>The page's branch of the tree, for the side menu.</summary>
public sealed record LocalNode(string Label, string Href, bool Current, ImmutableArray<LocalNode> Children);

/// <summary>A node of the site map.</summary>
public sealed record SiteMapNode(string Label, string Href, ImmutableArray<SiteMapNode> Children);
