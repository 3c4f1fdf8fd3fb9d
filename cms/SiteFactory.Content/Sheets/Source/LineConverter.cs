using System.Collections.Immutable;
using System.Text;
using SiteFactory.Content.Bodies.Typography;

namespace SiteFactory.Content.Sheets.Source;

/// <summary>Turns what stands in a line of the official format into inlines, set as French printers do.</summary>
internal sealed class LineConverter(HashSet<string> unknown, IReadOnlySet<string> abbreviations)
{
    private const string Abbreviation = "Sigle";

    /// <summary>The line, without blanks at its ends.</summary>
    public ImmutableArray<SheetInline> Line(SourceNode node) => Trimmed(Inside(node));

    /// <summary>A title or label as plain words; null when there is none.</summary>
    public string? Words(SourceNode? node)
    {
        var text = node is null ? "" : SheetWords.Of(Line(node));
        return text.Length == 0 ? null : text;
    }

    /// <summary>Words of the source, set as French printers do.</summary>
    public static string Typeset(string text) => FrenchTypography.Apply(Collapsed(text).Trim(' '));

    private ImmutableArray<SheetInline> Inside(SourceNode node)
    {
        var line = ImmutableArray.CreateBuilder<SheetInline>();
        SourceNode? before = null;
        foreach (var child in node.Children)
        {
            // The package drops a space that stood alone between two elements.
            if (before is { IsText: false } && !child.IsText && child.Name is not ("Exposant" or "Indice") && SheetWords.Of([line[^1]]) is [.., not (' ' or '’' or '(')])
                line.Add(new SheetText(" "));
            if (Inline(child) is { } inline)
                line.Add(inline);
            else
                line.AddRange(Inside(child));
            before = child;
        }
        return line.DrainToImmutable();
    }

    /// <summary>The inline that an element is; null for one that only encloses others.</summary>
    private SheetInline? Inline(SourceNode node)
    {
        if (node.IsText)
            return new SheetText(FrenchTypography.Apply(Collapsed(node.Text)));
        switch (node.Name)
        {
            case "MiseEnEvidence":
                return Styled(node, SheetStyle.Strong);
            case "Valeur":
                return Styled(node, SheetStyle.Value);
            case "Citation":
                return Styled(node, SheetStyle.Quote);
            case "Expression":
                return Styled(node, SheetStyle.Term);
            case "Variable":
                return Styled(node, SheetStyle.Variable);
            case "Exposant":
                return Styled(node, SheetStyle.Superscript);
            case "Indice":
                return Styled(node, SheetStyle.Subscript);
            case "TermeEtranger":
                return Styled(node, SheetStyle.Foreign) with { Language = node["langue"] };
            case "LienInterne":
                return Reference(node);
            case "LienIntra":
                return node["LienID"] is { } term ? new SheetWord(term) { Text = Line(node) } : new SheetStyled(SheetStyle.Term) { Text = Line(node) };
            case "LienExterne":
                return node["URL"] is { } address
                    ? new SheetAnchor(address, FileDetail.Of(node), node["langue"]) { Text = Line(node) }
                    : new SheetStyled(SheetStyle.Term) { Text = Line(node) };
            case "Paragraphe" or "Liste" or "Item":
                return null;
            case "Image":
                return new SheetText(Words(node.Child("TexteDeRemplacement")) ?? "");
            default:
                unknown.Add(node.Name);
                return null;
        }
    }

    private SheetStyled Styled(SourceNode node, SheetStyle style) => new(style) { Text = Inside(node) };

    /// <summary>A link to a sheet; a sigle leads to the glossary, and a link that has no words to nothing.</summary>
    private SheetInline Reference(SourceNode node)
    {
        var words = Line(node);
        if (node["LienPublication"] is not { } id)
            return new SheetStyled(SheetStyle.Term) { Text = words };
        if (node["type"] is Abbreviation or "Acronyme")
            return abbreviations.Contains(id) ? new SheetWord(id) { Text = words } : new SheetStyled(SheetStyle.Term) { Text = words };
        if (!Sheet.IsId(id))
            return new SheetStyled(SheetStyle.Term) { Text = words };
        return new SheetReference(id, node["audience"] is "Particuliers" ? null : node["audience"]) { Text = words };
    }

    private static ImmutableArray<SheetInline> Trimmed(ImmutableArray<SheetInline> line)
    {
        var text = line.ToBuilder();
        while (text is [SheetText first, ..] && first.Text.TrimStart(' ') is var start && (start.Length == 0 || start.Length < first.Text.Length))
        {
            if (start.Length > 0)
                text[0] = new SheetText(start);
            else
                text.RemoveAt(0);
        }
        while (text is [.., SheetText last] && last.Text.TrimEnd(' ') is var end && (end.Length == 0 || end.Length < last.Text.Length))
        {
            if (end.Length > 0)
                text[^1] = new SheetText(end);
            else
                text.RemoveAt(text.Count - 1);
        }
        return text.ToImmutable();
    }

    /// <summary>Line ends and runs of spaces as one space; no-break spaces stay.</summary>
    private static string Collapsed(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var blank = c is ' ' or '\n' or '\r' or '\t';
            if (!blank)
                result.Append(c);
            else if (result.Length == 0 || result[^1] is not (' ' or '\u00a0'))
                result.Append(' ');
        }
        return result.ToString();
    }
}
