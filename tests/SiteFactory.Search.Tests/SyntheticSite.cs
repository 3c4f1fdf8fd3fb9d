using System.Text;

namespace SiteFactory.Search.Tests;

/// <summary>A site of any size made of numbers: real French endings, a vocabulary as wide as a real site's.</summary>
internal static class SyntheticSite
{
    private static readonly string[] Roots =
    [
        "abonn", "accueil", "adress", "affich", "agricol", "aménag", "animat", "appel", "arros", "assain", "balay", "bât", "bibliothé",
        "boul", "calcul", "camp", "carrefour", "chauff", "chemin", "circul", "collect", "communic", "compost", "concert", "conduit",
        "conseil", "consult", "coordin", "cult", "déclar", "délibér", "démarch", "dépos", "distribu", "éclair", "économ", "élev",
        "énerg", "enquêt", "entretien", "équip", "espac", "expos", "famill", "fest", "financ", "fleur", "form", "garder", "habit",
        "handicap", "hiver", "inform", "inscript", "jardin", "jeun", "lectur", "loc", "logement", "march", "médiat", "mobil", "musiqu",
        "natur", "particip", "patrimoin", "permanenc", "plant", "prépar", "projet", "promenad", "propret", "quart", "recens", "rénov",
        "rentr", "répar", "réunion", "sant", "scol", "sécur", "sent", "solidar", "sport", "stationn", "subvent", "techniqu", "théât",
        "transit", "transport", "tri", "urban", "végét", "vélo", "voirie", "voisin",
    ];

    private static readonly string[] Endings =
        ["e", "es", "er", "ation", "ations", "ement", "eur", "eurs", "euse", "ité", "able", "ique", "if", "ives", "ée", "és", "ons", "ait", "ant", "iste"];

    private static readonly string[] Links = ["de", "la", "le", "les", "des", "un", "une", "pour", "dans", "et", "avec", "sur", "à", "en", "est", "sont"];

    public static IEnumerable<SearchDocument> Documents(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var kind = SearchKinds.All[i % SearchKinds.All.Count];
            var dated = kind is "news" or "event" or "document";
            var date = dated ? $"20{20 + (i % 7)}-{1 + (i % 12):00}-{1 + (i % 28):00}" : null;
            var length = kind is "page" or "service" ? 380 : 160;
            yield return new SearchDocument(
                $"/{kind}/{i}/", Words(i * 7, 4), kind, Words(i * 11, 18), Words(i * 31, length), date, i % 5 == 0 ? "Métropole" : null, Words(i * 13, 8));
        }
    }

    private static string Words(int seed, int count)
    {
        var text = new StringBuilder();
        var state = (uint)(seed + 1) * 2654435761u;
        for (var i = 0; i < count; i++)
        {
            state = (state * 1664525u) + 1013904223u;
            var pick = state >> 8;
            // Some words are common and many are rare, as in a language.
            var root = Roots[(int)(pick % 3 == 0 ? pick / 3 % 12 : pick / 3 % (uint)Roots.Length)];
            text.Append(i % 2 == 1 ? Links[(int)(pick / 512 % (uint)Links.Length)] : root + Endings[(int)(pick / 1024 % (uint)Endings.Length)]).Append(' ');
        }

        return text.ToString().TrimEnd() + ".";
    }
}
