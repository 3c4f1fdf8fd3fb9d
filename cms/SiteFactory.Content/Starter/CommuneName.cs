namespace SiteFactory.Content.Starter;

/// <summary>
/// How a commune's name begins, as the official geographic code numbers it (TNCC, "type de nom en clair"): whether it has an
/// article, and whether "de" elides before it.
/// </summary>
public enum NameStart
{
    Consonant = 0,
    Vowel = 1,
    Le = 2,
    La = 3,
    Les = 4,
    ElidedArticle = 5,
    Aux = 6,
    Las = 7,
    Los = 8,
}

/// <summary>A commune's name in a sentence: « d’Amanvillers », « du Ban-Saint-Martin », « à La Maxe », « aux Étangs ».</summary>
public sealed class CommuneName
{
    private const string Vowels = "AÀÂÄEÉÈÊËIÎÏOÔÖUÙÛÜYŒÆ";

    /// <summary>Names in a mute or aspirated H cannot be told apart by their letters; without the official number these few are aspirated.</summary>
    private static readonly string[] AspiratedStarts = ["Haa", "Hag", "Ham", "Han", "Har", "Hau", "Haz", "Hol", "Hom", "Hun", "Hus"];

    private readonly NameStart start;

    /// <param name="name">The official name, with its article: <c>Le Ban-Saint-Martin</c>.</param>
    /// <param name="start">The official number; guessed from the name when absent.</param>
    public CommuneName(string name, NameStart? start = null)
    {
        Name = name.Replace('\'', '’');
        this.start = Consistent(Name, start) ?? Guess(Name);
    }

    /// <summary>The name with typographic apostrophes.</summary>
    public string Name { get; }

    /// <summary>« de » before the name.</summary>
    public string Of => start switch
    {
        NameStart.Vowel => $"d’{Name}",
        NameStart.Le => $"du {WithoutArticle}",
        NameStart.Les => $"des {WithoutArticle}",
        NameStart.Aux => $"des {WithoutArticle}",
        _ => $"de {Name}",
    };

    /// <summary>« à » before the name.</summary>
    public string At => start switch
    {
        NameStart.Le => $"au {WithoutArticle}",
        NameStart.Les => $"aux {WithoutArticle}",
        NameStart.Aux => $"aux {WithoutArticle}",
        _ => $"à {Name}",
    };

    private string WithoutArticle => Name[(Name.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>The number, unless the name lacks the article that the number speaks of.</summary>
    private static NameStart? Consistent(string name, NameStart? start) => start switch
    {
        NameStart.Le when !name.StartsWith("Le ", StringComparison.Ordinal) => null,
        NameStart.Les when !name.StartsWith("Les ", StringComparison.Ordinal) => null,
        NameStart.Aux when !name.StartsWith("Aux ", StringComparison.Ordinal) => null,
        _ => start,
    };

    private static NameStart Guess(string name)
    {
        if (name.StartsWith("Le ", StringComparison.Ordinal))
            return NameStart.Le;
        if (name.StartsWith("La ", StringComparison.Ordinal))
            return NameStart.La;
        if (name.StartsWith("Les ", StringComparison.Ordinal))
            return NameStart.Les;
        if (name.StartsWith("L’", StringComparison.Ordinal))
            return NameStart.ElidedArticle;
        if (Vowels.Contains(name[0], StringComparison.Ordinal))
            return NameStart.Vowel;
        return name[0] == 'H' && !AspiratedStarts.Any(a => name.StartsWith(a, StringComparison.Ordinal)) ? NameStart.Vowel : NameStart.Consonant;
    }
}
