using System.Collections.Frozen;
using SiteFactory.Theming.Pages;

namespace SiteFactory.Themes.Territoire.Shared;

/// <summary>The icon of a démarche: the one that was asked for, or the one that its title calls for.</summary>
internal static class Icons
{
    private const string Plain = "paper";

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.Ordinal,
        "alert", "birth", "book", "bus", "calendar", "child", "document", "euro", "file", "heart", "house", "identity", "info", "key",
        "mail", "map", "paper", "people", "permit", "phone", "ring", "school", "sport", "tree", "vote", "waste", "water");

    /// <summary>Beginnings of words, the most telling first.</summary>
    private static readonly (string Icon, string[] Words)[] Hints =
    [
        ("alert", ["signaler", "anomalie", "incident"]),
        ("waste", ["déchet", "encombrant", "bac", "compost", "tri ", "poubelle", "déchèterie"]),
        ("identity", ["identité", "passeport"]),
        ("birth", ["état civil", "naissance"]),
        ("ring", ["mariage", "pacs"]),
        ("vote", ["élection", "électoral", "vot", "procuration", "recensement"]),
        ("permit", ["urbanisme", "permis", "construire", "travaux"]),
        ("child", ["cantine", "périscolaire", "crèche", "petite enfance", "enfant"]),
        ("school", ["école", "scolaire", "inscription"]),
        ("water", ["eau", "assainissement"]),
        ("bus", ["bus", "transport", "mobilité", "vélo", "stationnement"]),
        ("key", ["salle", "louer", "location"]),
        ("euro", ["payer", "paiement", "facture", "régler"]),
        ("calendar", ["rendez-vous", "réserver"]),
        ("book", ["bibliothèque", "médiathèque"]),
        ("people", ["association", "consultation", "participer", "concertation"]),
        ("house", ["habitant", "logement", "emménag", "habitat"]),
        ("heart", ["social", "aide", "ccas", "solidarité"]),
        ("tree", ["cimetière", "jardin", "arbre", "forêt"]),
    ];

    /// <summary>The icon's name.</summary>
    public static string Of(ServiceCard card) =>
        card.Icon is not null && Names.Contains(card.Icon) ? card.Icon : Called(card.Title);

    private static string Called(string title)
    {
        foreach (var (icon, words) in Hints)
        {
            if (Array.Exists(words, word => StartsAWord(title, word)))
            {
                return icon;
            }
        }
        return Plain;
    }

    private static bool StartsAWord(string title, string word)
    {
        for (var at = title.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = title.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetter(title[at - 1]))
            {
                return true;
            }
        }
        return false;
    }
}
