using SiteFactory.Content.Model;

namespace SiteFactory.EServices.Links;

/// <summary>Addresses of services that are not a portal's: national ones made of an identifier, others as they are declared.</summary>
public static class LinkAddresses
{
    // Public treasury: https://www.payfip.gouv.fr, client number of the collectivité.
    private const string PayFip = "https://www.payfip.gouv.fr/tpa/accueilportail.web?numcli=";

    // The State's form builder: /commencer/ and the procedure's slug.
    private const string DemarchesSimplifiees = "https://www.demarches-simplifiees.fr/commencer/";

    /// <summary>Where the service starts; null when it is not online.</summary>
    public static string? Of(EServiceEntry entry) => entry switch
    {
        { Url: { } url } => url,
        { Kind: EServiceKind.PayFip, Id: { } id } => PayFip + Uri.EscapeDataString(id),
        { Kind: EServiceKind.DemarchesSimplifiees, Id: { } id } => DemarchesSimplifiees + Uri.EscapeDataString(id),
        _ => null,
    };

    /// <summary>Who answers for a national service; null for others.</summary>
    public static string? OwnerOf(EServiceKind kind) => kind == EServiceKind.PayFip ? EServiceTexts.Get("treasury") : null;
}
