using System.Collections.Immutable;

namespace SiteFactory.Content.Sheets.Source;

/// <summary>The parts of a whole publication: what is read, and the lists around it.</summary>
internal sealed class SheetParts(SourceNode root, LineConverter lines, BlockConverter blocks, HashSet<string> unknown)
{
    /// <summary>Elements that make the text, in the order of the source.</summary>
    private static readonly string[] Text =
    [
        "Avertissement", "Introduction", "ListeSituations", "Texte", "Problematiques", "OuSAdresserSupport",
    ];

    /// <summary>Elements that have a list of their own, or are for the official site alone.</summary>
    private static readonly string[] Elsewhere =
    [
        "OuSAdresser", "ServiceEnLigne", "ServiceEnLigneAnnexe", "NoticeLiee", "Definition", "Abreviation", "Reference", "PourEnSavoirPlus", "Partenaire", "QuestionReponse",
        "CommentFaireSi", "RechercheGuidee", "VoirAussi", "FicheLiee", "ServiceEnLigneAlternatif", "SousDossier", "SousTheme", "Dossier", "Fiche",
        "LienExterneCommente", "LienWeb", "Questionnaire", "NumeroCerfa", "AutreNumero", "PivotLocal", "SurTitre", "Audience", "Canal", "FilDAriane", "Theme",
        "SousThemePere", "DossierPere", "SousDossierPere", "Cible",
    ];

    public ImmutableArray<SheetBlock> Content()
    {
        var content = ImmutableArray.CreateBuilder<SheetBlock>();
        foreach (var child in root.Children.Where(c => !c.IsText))
        {
            if (Text.Contains(child.Name))
                content.AddRange(blocks.Blocks(child));
            else if (!Elsewhere.Contains(child.Name) && !child.Name.StartsWith("dc:", StringComparison.Ordinal))
                unknown.Add(child.Name);
        }
        content.AddRange(root.All("SousTheme").Select(t => Listed(t, "Dossier")));
        content.AddRange(root.All("SousDossier").Select(t => Listed(t, "Fiche")));
        AddLinks(content, root.All("Fiche").Concat(root.All("Dossier")).Select(Entry));
        AddLinks(content, root.All("LienExterneCommente").Select(Commented));
        return content.DrainToImmutable();
    }

    public ImmutableArray<SheetOffice> Offices() => [.. root.All("OuSAdresser").Select(blocks.Office)];

    /// <summary>A service's own page is itself the service.</summary>
    public ImmutableArray<SheetService> Services()
    {
        var services = root.All("ServiceEnLigne").Select(blocks.Service);
        if (root.Name != "ServiceComplementaire")
            return [.. services];
        var own = root.All("LienWeb").Select(link => blocks.Service(root with { Children = [link, .. root.Children.Where(c => c.Name is "Source")] }) with
        {
            Title = LineConverter.Typeset(root.Child("dc:title")?.Words ?? ""),
            Kind = LineConverter.Typeset(root["type"] ?? "Service"),
            Cerfa = root.Child("NumeroCerfa")?.Words.Trim(),
        });
        return [.. own, .. services, .. root.All("ServiceEnLigneAnnexe").Select(blocks.Service), .. root.All("NoticeLiee").Select(blocks.Notice)];
    }

    public ImmutableArray<SheetTerm> Terms() =>
    [
        .. root.All("Definition").Concat(root.All("Abreviation"))
            .Where(t => t["ID"] is not null)
            .Select(t => new SheetTerm(t["ID"]!, lines.Words(t.Child("Titre")) ?? "", t.Name == "Abreviation") { Text = blocks.Inside(t.Child("Texte")) }),
    ];

    /// <summary>Links with an address of their own.</summary>
    public ImmutableArray<SheetLink> Links(string name) =>
    [
        .. root.All(name).Where(n => n["URL"] is not null && lines.Words(n.Child("Titre")) is not null)
            .Select(n => new SheetLink(lines.Words(n.Child("Titre"))!, Address: n["URL"], Detail: lines.Words(n.Child("Complement") ?? n.Child("Source")))),
    ];

    public IEnumerable<SheetLink> Partners() =>
        root.All("Partenaire").Where(p => Uri.TryCreate(p["URL"], UriKind.Absolute, out _)).Select(p => new SheetLink(new Uri(p["URL"]!).Host, Address: p["URL"]));

    /// <summary>Sheets named by their id, with their title as text.</summary>
    public ImmutableArray<SheetLink> Named(params ReadOnlySpan<string> names)
    {
        var links = ImmutableArray.CreateBuilder<SheetLink>();
        foreach (var name in names)
            links.AddRange(root.All(name).Select(Entry).OfType<SheetLink>());
        return links.DrainToImmutable();
    }

    public ImmutableArray<SheetLink> SeeAlso() =>
    [
        .. root.All("VoirAussi").SelectMany(v => v.Children).Concat(root.All("FicheLiee")).Concat(root.All("ServiceEnLigneAlternatif"))
            .Select(Entry).OfType<SheetLink>().DistinctBy(l => l.Sheet),
    ];

    private SheetLinks Listed(SourceNode node, string name) =>
        new(lines.Words(node.Child("Titre"))) { Links = [.. node.All(name).Select(Entry).OfType<SheetLink>()] };

    private static void AddLinks(ImmutableArray<SheetBlock>.Builder content, IEnumerable<SheetLink?> links)
    {
        var list = links.OfType<SheetLink>().ToImmutableArray();
        if (!list.IsEmpty)
            content.Add(new SheetLinks { Links = list });
    }

    private SheetLink? Entry(SourceNode node) =>
        node["ID"] is { } id && Sheet.IsId(id) && (lines.Words(node.Child("Titre")) ?? OwnWords(node)) is { } title ? new(title, id) : null;

    private static string? OwnWords(SourceNode node) =>
        LineConverter.Typeset(string.Concat(node.Children.Where(c => c.IsText).Select(c => c.Text))) is { Length: > 0 } words ? words : null;

    private SheetLink? Commented(SourceNode node) =>
        node.Child("LienExterne") is { } link && link["URL"] is { } address && lines.Words(link) is { } title
            ? new(title, Address: address, Detail: lines.Words(node.Child("Commentaire")) ?? lines.Words(node.Child("Source")))
            : null;
}
