using System.Globalization;
using System.Text;

namespace SiteFactory.Benchmarks.Build;

/// <summary>Municipal sentences, one after the other, from a fixed start.</summary>
internal sealed class Words
{
    private static readonly string[] Subjects =
    [
        "la médiathèque", "le conseil municipal", "la cantine", "le service technique", "la crèche", "le centre de loisirs", "la déchèterie",
        "la salle des fêtes", "l’école élémentaire", "le marché", "la bibliothèque", "le club des aînés", "la piste cyclable", "le cimetière",
    ];

    private static readonly string[] Verbs =
    [
        "accueille", "informe", "accompagne", "reçoit", "invite", "prévient", "oriente", "remercie", "associe", "conseille",
    ];

    private static readonly string[] Objects =
    [
        "les familles", "les habitants du quartier", "les nouveaux arrivants", "les associations", "les jeunes de plus de 16 ans",
        "les personnes âgées", "les commerçants", "les parents d’élèves", "les cyclistes", "les bénévoles",
    ];

    private static readonly string[] Circumstances =
    [
        "le mercredi matin", "sur rendez-vous", "pendant les vacances scolaires", "à partir du 15 septembre", "du lundi au vendredi",
        "après inscription en mairie", "sans condition de ressources", "jusqu’à la fin des travaux", "tous les deux mois", "en cas de neige",
    ];

    private ulong _state = 0x9E3779B97F4A7C15;

    /// <summary>0 to below the limit.</summary>
    public int Next(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(_state % (ulong)limit);
    }

    public string Title() => Upper($"{One(Subjects)} {One(Verbs)} {One(Objects)}");

    public string Sentence() => Upper(string.Create(CultureInfo.InvariantCulture, $"{One(Subjects)} {One(Verbs)} {One(Objects)} {One(Circumstances)}, au {1 + Next(120)}, rue des Lilas."));

    /// <summary>Markdown: four paragraphs, a list, two headings, emphasis.</summary>
    public string Body()
    {
        var text = new StringBuilder();
        for (var part = 0; part < 2; part++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Paragraph()}\n\n## {Title()}\n\n{Paragraph()}\n\n");
            for (var line = 0; line < 3; line++)
                text.Append(CultureInfo.InvariantCulture, $"- **{One(Subjects)}** : {One(Circumstances)}\n");
            text.Append('\n');
        }
        return text.ToString();
    }

    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c))
                slug.Append(char.ToLowerInvariant(c));
            else if (slug.Length > 0 && slug[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }

    private string Paragraph() => string.Join(' ', Enumerable.Range(0, 4).Select(_ => Sentence()));

    private string One(string[] words) => words[Next(words.Length)];

    private static string Upper(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
