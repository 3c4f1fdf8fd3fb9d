using System.Collections.Immutable;

namespace SiteFactory.Content.Model;

/// <summary>What all sites share: brand, vocabulary, zones and portals (<c>territory.yaml</c>).</summary>
/// <param name="TimeZone">IANA name, <c>Europe/Paris</c>.</param>
public sealed record Territory(
    string Name,
    string TimeZone,
    TerritoryBrand Brand,
    ImmutableArray<Topic> Topics,
    ImmutableArray<Zone> Zones,
    ImmutableArray<PortalDeclaration> Portals,
    LegalNotice? Legal)
{
    /// <summary>The service-public.fr sheets that every site shows, unless it chooses its own.</summary>
    public ImmutableArray<string> Sheets { get => field.IsDefault ? [] : field; init; }

    /// <summary>Démarches that every site of the territory has.</summary>
    public TerritoryEServices EServices { get; init; } = TerritoryEServices.None;
}

/// <summary>The brand every site starts from. Colours are <c>#rrggbb</c>.</summary>
/// <param name="Logo">Path from the territory folder, <c>metropole/media/logo.svg</c>.</param>
/// <param name="Locked">Names of what a commune may not change: <c>primary</c>, <c>accent</c>, <c>logo</c>, <c>hero</c>.</param>
public sealed record TerritoryBrand(string Primary, string Accent, string? Logo, ImmutableArray<string> Locked);

/// <summary>One word of the shared vocabulary that syndication rules use.</summary>
public sealed record Topic(string Key, string Label);

/// <summary>A named group of sites.</summary>
public sealed record Zone(string Key, string Label, ImmutableArray<string> Sites);

/// <summary>Where an e-service portal answers and what it speaks.</summary>
/// <param name="Kind"><c>publik</c>, <c>open311</c>, <c>links</c> or <c>box</c>.</param>
public sealed record PortalDeclaration(string Key, string Kind, string? Url, string? Label)
{
    /// <summary>The parameter that tells a portal of several communes whose site sends the citizen.</summary>
    public const string DefaultParameter = "commune";

    /// <summary>Name of the query parameter that carries the INSEE code.</summary>
    public string Parameter { get; init; } = DefaultParameter;

    /// <summary>Open311's <c>jurisdiction_id</c>, or null.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Where a request is followed, <c>{code}</c> standing for its number; null: what the kind of portal has.</summary>
    public string? Tracking { get; init; }

    /// <summary>The name that signs questions to a Publik portal; its key is a setting of the machine, never content.</summary>
    public string? Orig { get; init; }

    /// <summary>The portal stands on this machine or network: private addresses and plain HTTP are meant.</summary>
    public bool IsLocal { get; init; }
}

/// <summary>Who hosts the sites and who answers for personal data (LCEN art. 6, RGPD art. 13).</summary>
public sealed record LegalNotice(LegalHost? Host, DataProtection? DataProtection);

/// <summary>The host that the law asks every site to name.</summary>
public sealed record LegalHost(string Name, string? Address, string? Phone);

/// <summary>The data protection officer's address.</summary>
public sealed record DataProtection(string? Name, string? Email);
