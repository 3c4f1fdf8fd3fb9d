namespace SiteFactory.EServices.Catalogue;

/// <summary>Keeps the last good copy of each catalogue.</summary>
public interface ICatalogueStore
{
    /// <summary>The copy of a portal's catalogue; null when there is none that can be read.</summary>
    PortalCatalogue? Find(string portal);

    /// <summary>Keeps a good catalogue. A store that cannot write keeps quiet: the copy is a help, not a need.</summary>
    void Keep(PortalCatalogue catalogue);
}
