using System.Collections.Immutable;

namespace SiteFactory.Content.Sheets.Source;

/// <summary>Turns the elements of a sheet's text into blocks. An element that it does not know is noted, and what stands in it is kept.</summary>
internal sealed class BlockConverter(LineConverter lines, ConditionWords conditions, HashSet<string> unknown)
{
    /// <summary>What tells for whom and in which situation; said by titles, or by <see cref="ConditionWords"/>.</summary>
    private static readonly string[] Silent = ["Condition", "Titre", "TitreAlternatif", "SiSelectionne", "Colonne"];

    /// <summary>The blocks that an element encloses.</summary>
    public ImmutableArray<SheetBlock> Inside(SourceNode? node) =>
        node is null ? [] : Joined(node.Children.Where(c => !c.IsText && !Silent.Contains(c.Name)).SelectMany(Blocks));

    /// <summary>The source writes a list in pieces; read, it is one.</summary>
    private static ImmutableArray<SheetBlock> Joined(IEnumerable<SheetBlock> blocks)
    {
        var joined = ImmutableArray.CreateBuilder<SheetBlock>();
        foreach (var block in blocks)
        {
            if (block is SheetList list && joined is [.., SheetList before] && before.Ordered == list.Ordered)
                joined[^1] = before with { Items = [.. before.Items, .. list.Items] };
            else
                joined.Add(block);
        }
        return joined.DrainToImmutable();
    }

    public IEnumerable<SheetBlock> Blocks(SourceNode node)
    {
        switch (node.Name)
        {
            case "Paragraphe":
                return Paragraph(node);
            case "Texte" or "Introduction" or "Contenu" or "IntituleSiSelectionne":
                return Inside(node);
            case "Chapitre" or "SousChapitre":
                return [new SheetSection(node["type"] is "pieces" or "important" ? node["type"] : null) { Title = Title(node), Blocks = Inside(node) }];
            case "Liste":
                return [new SheetList(node["type"] == "numero") { Items = [.. node.All("Item").Select(Item)] }];
            case "BlocCas":
                return Choices(node, "Cas", isSituation: false);
            case "ListeSituations":
                return Choices(node, "Situation", isSituation: true);
            case "FragmentConditionne":
                return Fragment(node);
            case "ASavoir":
                return [Note(node, SheetNoteKind.Know)];
            case "Attention":
                return [Note(node, SheetNoteKind.Warning)];
            case "ANoter":
                return [Note(node, SheetNoteKind.Note)];
            case "Rappel":
                return [Note(node, SheetNoteKind.Reminder)];
            case "Aide":
                return [Note(node, SheetNoteKind.Know)];
            case "Avertissement":
                return [Note(node, SheetNoteKind.Notice) with { Date = node["date"] }];
            case "Tableau":
                return [new TableConverter(this, lines).Table(node)];
            case "OuSAdresser" or "OuSAdresserSupport":
                return [Office(node)];
            case "ServiceEnLigne" or "ServiceEnLigneAnnexe":
                return [Service(node)];
            case "Image" or "Illustration":
                return [Figure(node)];
            case "ContenuIllustre":
                return Inside(node);
            case "Problematiques":
                return [new SheetChoices(SheetDisplay.Radio) { Choices = [.. node.All("Problematique").Select(Branch)] }];
            default:
                unknown.Add(node.Name);
                return Inside(node);
        }
    }

    private ImmutableArray<SheetInline> Title(SourceNode node) =>
        (node.Child("Titre") ?? node.Child("TitreAlternatif")) is { } title ? lines.Line(title) : [];

    private IEnumerable<SheetBlock> Paragraph(SourceNode node)
    {
        var line = lines.Line(node);
        return line.IsEmpty ? [] : [new SheetParagraph { Text = line }];
    }

    private SheetPart Item(SourceNode node) => new() { Blocks = Inside(node) };

    /// <summary>Cases without a title are no choice: what stands in them is read one after the other.</summary>
    private IEnumerable<SheetBlock> Choices(SourceNode node, string name, bool isSituation)
    {
        var parts = node.All(name).Select(c => new SheetPart { Title = lines.Words(c.Child("Titre")), Blocks = Inside(c) }).ToImmutableArray();
        if (parts.Any(p => p.Title is null) || parts.Length == 1)
            return parts.SelectMany(p => p.Title is null ? p.Blocks : [Titled(p, isSituation)]);
        var display = node["affichage"] switch { "radio" => SheetDisplay.Radio, "sequentiel" => SheetDisplay.Steps, _ => SheetDisplay.Tabs };
        return [new SheetChoices(display, isSituation) { Choices = parts }];
    }

    private static SheetBlock Titled(SheetPart part, bool isSituation) => isSituation
        ? new SheetSection { Title = [new SheetText(part.Title!)], Blocks = part.Blocks }
        : new SheetNote(SheetNoteKind.Case, part.Title) { Blocks = part.Blocks };

    private ImmutableArray<SheetBlock> Fragment(SourceNode node) => conditions.Of(node) is { } words
        ? [new SheetNote(SheetNoteKind.Case, words) { Blocks = Inside(node) }]
        : Inside(node);

    private SheetNote Note(SourceNode node, SheetNoteKind kind) => new(kind, lines.Words(node.Child("Titre"))) { Blocks = Inside(node) };

    private SheetPart Branch(SourceNode node) => new()
    {
        Title = lines.Words(node.Child("Titre")),
        Blocks =
        [
            .. node.Children.SelectMany(c => c.Name switch
            {
                "LienInterne" => Lead(c, node),
                "Branche" or "Titre" or "SiSelectionne" => [],
                _ => Blocks(c),
            }),
            .. node.All("Branche").Any() ? [new SheetChoices(SheetDisplay.Radio) { Choices = [.. node.All("Branche").Select(Branch)] }] : Array.Empty<SheetBlock>(),
        ],
    };

    /// <summary>A guided search's link often has no words: those of its branch stand for it.</summary>
    private IEnumerable<SheetBlock> Lead(SourceNode link, SourceNode branch)
    {
        if (link["LienPublication"] is { } id && Sheet.IsId(id))
            yield return new SheetLinks { Links = [new(lines.Words(link) ?? lines.Words(branch.Child("Titre")) ?? id, id)] };
    }

    public SheetOffice Office(SourceNode node) => new(
        lines.Words(node.Child("Titre")) ?? "",
        node.Child("PivotLocal")?.Words.Trim() is { Length: > 0 } pivot ? pivot : null,
        node.Child("RessourceWeb")?["URL"],
        lines.Words(node.Child("Complement")),
        lines.Words(node.Child("Source")))
    {
        Blocks = Inside(node.Child("Texte")),
    };

    public SheetService Service(SourceNode node) => new(
        lines.Words(node.Child("Titre")) ?? "",
        node["type"] is { } kind ? LineConverter.Typeset(kind.Replace(" personnalisé sur SP", "", StringComparison.Ordinal)) : "Service",
        node["URL"] ?? node.Child("LienWeb")?["URL"],
        lines.Words(node.Child("Source")),
        node["numerocerfa"],
        FileDetail.Of(node) ?? (node.Child("LienWeb") is { } link ? FileDetail.Of(link) : null))
    {
        Blocks = [.. Inside(node.Child("Introduction")), .. Inside(node.Child("Texte"))],
        Annexes = [.. node.All("ServiceEnLigneAnnexe").Select(Service), .. node.All("NoticeLiee").Select(Notice)],
    };

    public SheetService Notice(SourceNode node) =>
        new(lines.Words(node) ?? "", node["type"] ?? "Notice", node["URL"], Cerfa: node["numerocerfa"], Detail: FileDetail.Of(node));

    private SheetFigure Figure(SourceNode node) => new(
        lines.Words(node.Child("TexteDeRemplacement")),
        lines.Words(node.Child("Legende")),
        lines.Words(node.Child("Credits")))
    {
        Blocks = Inside(node.Child("Description")),
    };
}
