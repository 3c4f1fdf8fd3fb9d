namespace SiteFactory.Generator.Plan.Models;

/// <summary>Chooses an icon for a démarche from the words of its address. The names are those that themes know.</summary>
internal static class ServiceIcons
{
    private static readonly (string Word, string Icon)[] Words =
    [
        ("anomalie", "alert"),
        ("encombrant", "waste"),
        ("bacs", "waste"),
        ("dechet", "waste"),
        ("compost", "tree"),
        ("consultation", "people"),
        ("etat-civil", "birth"),
        ("naissance", "birth"),
        ("mariage", "ring"),
        ("pacs", "ring"),
        ("identite", "identity"),
        ("passeport", "identity"),
        ("election", "vote"),
        ("urbanisme", "permit"),
        ("permis", "permit"),
        ("travaux", "permit"),
        ("salle", "key"),
        ("location", "key"),
        ("cantine", "school"),
        ("scolaire", "school"),
        ("ecole", "school"),
        ("enfance", "child"),
        ("creche", "child"),
        ("eau", "water"),
        ("transport", "bus"),
        ("mobilite", "bus"),
        ("stationnement", "bus"),
        ("social", "heart"),
        ("solidarite", "heart"),
        ("aide", "heart"),
        ("association", "people"),
        ("habitant", "house"),
        ("logement", "house"),
        ("paiement", "euro"),
        ("payer", "euro"),
        ("facture", "euro"),
        ("bibliotheque", "book"),
        ("cimetiere", "tree"),
        ("document", "document"),
        ("rendez-vous", "calendar"),
        ("contact", "mail"),
    ];

    /// <summary>The icon's name; null when no word fits: themes then show a plain one.</summary>
    public static string? For(string slug)
    {
        foreach (var (word, icon) in Words)
        {
            if (slug.Contains(word, StringComparison.Ordinal))
                return icon;
        }
        return null;
    }
}
