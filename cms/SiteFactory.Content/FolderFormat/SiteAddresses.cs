using System.Collections.Frozen;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat;

/// <summary>Where things stand on a built site, and what no page may take.</summary>
public static class SiteAddresses
{
    /// <summary>Addresses that every site has of its own.</summary>
    public static readonly FrozenSet<string> System = FrozenSet.Create(
        StringComparer.Ordinal,
        "/actualites/", "/agenda/", "/annuaire/", "/documents/", "/demarches/", "/demarches/suivre/", "/demarches/ecran-d-accueil/",
        "/demarches/fiches/", "/carte/", "/recherche/", "/plan-du-site/",
        "/accessibilite/", "/mentions-legales/", "/donnees-personnelles/", "/contact/", "/hors-connexion/");

    /// <summary>Folders of items, of files and of the search's index: nothing of the page tree may stand in them.</summary>
    private static readonly string[] OwnFolders = ["/actualites/", "/agenda/", "/annuaire/", "/documents/", "/demarches/fiches/", "/assets/", "/medias/", "/recherche/"];

    /// <summary>Names below <c>/demarches/</c> that no service may have.</summary>
    public static readonly FrozenSet<string> ReservedServices = FrozenSet.Create(StringComparer.Ordinal, "fiches", "suivre", "ecran-d-accueil");

    /// <summary>The item's address on its owner's site; an alert has none.</summary>
    public static string? Of(ContentItem item) => item switch
    {
        Page page => page.Path,
        NewsItem => $"/actualites/{item.Key}/",
        EventItem => $"/agenda/{item.Key}/",
        DirectoryEntry => $"/annuaire/{item.Key}/",
        OfficialDocument => $"/documents/{item.Key}/",
        _ => null,
    };

    /// <summary>Whether the address of a page, <c>/a/b/</c>, is one that the site makes by itself.</summary>
    public static bool IsReserved(string address) =>
        System.Contains(address) || OwnFolders.Any(f => address.StartsWith(f, StringComparison.Ordinal));
}
