using SiteFactory.Content.Model;
using SiteFactory.EServices.Box;
using SiteFactory.EServices.Links;
using SiteFactory.EServices.Open311;
using SiteFactory.EServices.Publik;

namespace SiteFactory.EServices.Catalogue;

/// <summary>The adapter for each kind of portal.</summary>
public static class Portals
{
    /// <summary>The portal of a declaration; null when it has no address.</summary>
    /// <param name="signing">Gives the key that signs questions to a portal; null: they go unsigned.</param>
    public static IPortal? Of(PortalDeclaration declaration, PublikSigning? signing = null) => declaration switch
    {
        { Kind: "links" } => new LinksPortal(declaration),
        { Url: null } => null,
        { Kind: "publik" } => new PublikPortal(declaration, signing),
        { Kind: "box" } => new BoxPortal(declaration, signing),
        { Kind: "open311" } => new Open311Portal(declaration),
        _ => null,
    };

    /// <summary>The portal's address with the commune in it, so that it knows whose site sent the citizen.</summary>
    public static string WithCommune(string address, string parameter, string? insee)
    {
        if (insee is null)
            return address;
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (bare, anchor) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        var separator = bare.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{bare}{separator}{Uri.EscapeDataString(parameter)}={Uri.EscapeDataString(insee)}{anchor}";
    }
}
