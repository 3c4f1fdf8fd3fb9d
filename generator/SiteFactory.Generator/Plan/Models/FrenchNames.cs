namespace SiteFactory.Generator.Plan.Models;

/// <summary>A place's name after "de".</summary>
internal static class FrenchNames
{
    /// <summary>"d’Amanvillers", "du Ban-Saint-Martin", "des Étangs", "de La Maxe", "de Vany".</summary>
    public static string Of(string name)
    {
        if (name.StartsWith("Le ", StringComparison.Ordinal))
            return "du " + name[3..];
        if (name.StartsWith("Les ", StringComparison.Ordinal))
            return "des " + name[4..];
        return name.Length > 0 && "AEIOUYÀÂÉÈÊËÎÏÔŒÙÛ".Contains(name[0]) ? "d’" + name : "de " + name;
    }
}
