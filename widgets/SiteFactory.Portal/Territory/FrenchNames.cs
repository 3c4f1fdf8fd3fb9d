namespace SiteFactory.Portal.Territory;

/// <summary>Names of communes inside sentences.</summary>
public static class FrenchNames
{
    /// <summary>"la commune de Vany", "la commune d’Amanvillers", "la commune du Ban-Saint-Martin".</summary>
    public static string Commune(string name) => "la commune " + Of(name);

    /// <summary>"de Vany", "d’Amanvillers", "du Ban-Saint-Martin", "des Étangs", "de La Maxe".</summary>
    public static string Of(string name) => name switch
    {
        _ when name.StartsWith("Le ", StringComparison.Ordinal) => "du " + name[3..],
        _ when name.StartsWith("Les ", StringComparison.Ordinal) => "des " + name[4..],
        [var first, ..] when "AEIOUYÀÂÉÈÊËÎÏÔÙÛŒ".Contains(first, StringComparison.Ordinal) => "d’" + name,
        _ => "de " + name,
    };
}
