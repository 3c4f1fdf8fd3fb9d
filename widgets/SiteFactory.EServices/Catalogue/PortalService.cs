using System.Collections.Immutable;

namespace SiteFactory.EServices.Catalogue;

/// <summary>One service as its portal describes it. Words are plain text, cleaned of markup.</summary>
/// <param name="Key">Its name in addresses: lower-case letters, digits, hyphens.</param>
/// <param name="Url">Where it starts, without anything filled in; http or https.</param>
/// <param name="IsOpen">False: the portal still names it and takes no request.</param>
/// <param name="NeedsSignIn">Starting it asks for an account.</param>
public sealed record PortalService(
    string Key,
    string Title,
    string? Description,
    string? Category,
    string Url,
    bool IsOpen,
    bool NeedsSignIn,
    ImmutableArray<string> Keywords);
