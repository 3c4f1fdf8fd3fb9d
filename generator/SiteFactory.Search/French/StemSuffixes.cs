namespace SiteFactory.Search.French;

/// <summary>The suffix steps of the Snowball algorithm. Each tells whether it changed the word.</summary>
internal static class StemSuffixes
{
    private static readonly string[] StandardEndings =
    [
        "ance", "iqUe", "isme", "able", "iste", "eux", "ances", "iqUes", "ismes", "ables", "istes",
        "atrice", "ateur", "ation", "atrices", "ateurs", "ations", "logie", "logies",
        "usion", "ution", "usions", "utions", "ence", "ences", "ement", "ements", "ité", "ités",
        "if", "ive", "ifs", "ives", "eaux", "aux", "oux", "euse", "euses", "issement", "issements",
        "amment", "emment", "ment", "ments",
    ];

    private static readonly string[] EndingsInI =
    [
        "îmes", "ît", "îtes", "i", "ie", "ies", "ir", "ira", "irai", "iraIent", "irais", "irait", "iras", "irent",
        "irez", "iriez", "irions", "irons", "iront", "is", "issaIent", "issais", "issait", "issant", "issante",
        "issantes", "issants", "isse", "issent", "isses", "issez", "issiez", "issions", "issons", "it",
    ];

    private static readonly string[] VerbEndings =
    [
        "ions", "é", "ée", "ées", "és", "èrent", "er", "era", "erai", "eraIent", "erais", "erait", "eras", "erez",
        "eriez", "erions", "erons", "eront", "ez", "iez", "âmes", "ât", "âtes", "a", "ai", "aIent", "ait", "ant",
        "ante", "antes", "ants", "as", "asse", "assent", "asses", "assiez", "assions", "ais", "aise", "aises", "eais",
    ];

    private static readonly string[] ResidualEndings = ["ion", "ier", "ière", "Ier", "Ière", "e"];

    public static bool Standard(ref StemBuffer w)
    {
        var at = w.FindEnding(StandardEndings, 0, out var ending);
        return at >= 0 && ending switch
        {
            "atrice" or "ateur" or "ation" or "atrices" or "ateurs" or "ations" => Agent(ref w, at),
            "logie" or "logies" => ReplaceIn(ref w, at, w.R2, "log"),
            "usion" or "ution" or "usions" or "utions" => ReplaceIn(ref w, at, w.R2, "u"),
            "ence" or "ences" => ReplaceIn(ref w, at, w.R2, "ent"),
            "ement" or "ements" => Adverb(ref w, at),
            "ité" or "ités" => Quality(ref w, at),
            "if" or "ive" or "ifs" or "ives" => Tendency(ref w, at),
            "eaux" => ReplaceIn(ref w, at, 0, "eau"),
            "aux" => ReplaceIn(ref w, at, w.R1, "al"),
            "oux" => at > 0 && "bhjlnp".Contains(w[at - 1], StringComparison.Ordinal) && ReplaceIn(ref w, at, 0, "ou"),
            "euse" or "euses" => ReplaceIn(ref w, at, w.R2, "") || ReplaceIn(ref w, at, w.R1, "eux"),
            "issement" or "issements" => at > 0 && !w.VowelAt(at - 1) && ReplaceIn(ref w, at, w.R1, ""),
            "amment" => ReplaceIn(ref w, at, w.Rv, "ant") && false,
            "emment" => ReplaceIn(ref w, at, w.Rv, "ent") && false,
            "ment" or "ments" => at - 1 >= w.Rv && w.VowelAt(at - 1) && ReplaceIn(ref w, at, 0, "") && false,
            _ => ReplaceIn(ref w, at, w.R2, ""),
        };
    }

    public static bool VerbInI(ref StemBuffer w)
    {
        var at = w.FindEnding(EndingsInI, w.Rv, out _);
        return at > w.Rv && w[at - 1] != 'H' && !w.VowelAt(at - 1) && ReplaceIn(ref w, at, 0, "");
    }

    public static bool Verb(ref StemBuffer w)
    {
        var at = w.FindEnding(VerbEndings, w.Rv, out var ending);
        if (at < 0)
            return false;
        return ending switch
        {
            "ions" => ReplaceIn(ref w, at, w.R2, ""),
            "ais" or "aise" or "aises" => !KeepsAis(in w, at) && ReplaceIn(ref w, at, 0, ""),
            "âmes" or "ât" or "âtes" or "eais" => ReplaceIn(ref w, SkipE(in w, at, ending), 0, ""),
            _ when ending[0] == 'a' => ReplaceIn(ref w, SkipE(in w, at, ending), 0, ""),
            _ => ReplaceIn(ref w, at, 0, ""),
        };
    }

    public static void Residual(ref StemBuffer w)
    {
        DropPlural(ref w);
        var at = w.FindEnding(ResidualEndings, w.Rv, out var ending);
        if (at < 0)
            return;
        if (ending == "ion")
        {
            if (at > w.Rv && w[at - 1] is 's' or 't')
                ReplaceIn(ref w, at, w.R2, "");
        }
        else
        {
            ReplaceIn(ref w, at, 0, ending == "e" ? "" : "i");
        }
    }

    private static bool ReplaceIn(ref StemBuffer w, int at, int region, ReadOnlySpan<char> by)
    {
        if (at < region)
            return false;
        w.ReplaceEnd(at, by);
        return true;
    }

    private static bool Agent(ref StemBuffer w, int at)
    {
        if (!ReplaceIn(ref w, at, w.R2, ""))
            return false;
        DropOrSoftenIc(ref w);
        return true;
    }

    private static void DropOrSoftenIc(ref StemBuffer w)
    {
        if (w.EndsWith("ic") && !ReplaceIn(ref w, w.Length - 2, w.R2, ""))
            ReplaceIn(ref w, w.Length - 2, 0, "iqU");
    }

    private static bool Adverb(ref StemBuffer w, int at)
    {
        if (!ReplaceIn(ref w, at, w.Rv, ""))
            return false;
        if (w.EndsWith("iv"))
        {
            if (ReplaceIn(ref w, w.Length - 2, w.R2, "") && w.EndsWith("at"))
                ReplaceIn(ref w, w.Length - 2, w.R2, "");
        }
        else if (w.EndsWith("eus"))
        {
            _ = ReplaceIn(ref w, w.Length - 3, w.R2, "") || ReplaceIn(ref w, w.Length - 3, w.R1, "eux");
        }
        else if (w.EndsWith("abl") || w.EndsWith("iqU"))
        {
            ReplaceIn(ref w, w.Length - 3, w.R2, "");
        }
        else if (w.EndsWith("ièr") || w.EndsWith("Ièr"))
        {
            ReplaceIn(ref w, w.Length - 3, w.Rv, "i");
        }

        return true;
    }

    private static bool Quality(ref StemBuffer w, int at)
    {
        if (!ReplaceIn(ref w, at, w.R2, ""))
            return false;
        if (w.EndsWith("abil"))
            _ = ReplaceIn(ref w, w.Length - 4, w.R2, "") || ReplaceIn(ref w, w.Length - 4, 0, "abl");
        else if (w.EndsWith("iv"))
            ReplaceIn(ref w, w.Length - 2, w.R2, "");
        else
            DropOrSoftenIc(ref w);
        return true;
    }

    private static bool Tendency(ref StemBuffer w, int at)
    {
        if (!ReplaceIn(ref w, at, w.R2, ""))
            return false;
        if (w.EndsWith("at") && ReplaceIn(ref w, w.Length - 2, w.R2, ""))
            DropOrSoftenIc(ref w);
        return true;
    }

    /// <summary>palais, mauvais, déplais: "ais" belongs to the word.</summary>
    private static bool KeepsAis(in StemBuffer w, int at)
    {
        var before = w.Word[..at];
        return (before.EndsWith("al") && at == 3) || before.EndsWith("auv") || before.EndsWith("épl");
    }

    private static int SkipE(in StemBuffer w, int at, string ending) =>
        ending != "eais" && at > w.Rv && w[at - 1] == 'e' ? at - 1 : at;

    private static void DropPlural(ref StemBuffer w)
    {
        if (!w.EndsWith("s"))
            return;
        var rest = w.Word[..^1];
        if (rest.EndsWith("Hi") || (rest.Length > 0 && !"aiouès".Contains(rest[^1], StringComparison.Ordinal)))
            w.Truncate(w.Length - 1);
    }
}
