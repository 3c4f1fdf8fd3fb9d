using System.Globalization;

namespace SiteFactory.Content.Sheets.Source;

/// <summary>Turns a table of the official format into ours.</summary>
internal sealed class TableConverter(BlockConverter blocks, LineConverter lines)
{
    private const int WidestSpan = 50;

    public SheetTable Table(SourceNode node) => new(lines.Words(node.Child("Titre")), lines.Words(node.Child("Resume")))
    {
        HeaderColumn = node.Child("Colonne")?["type"] == "header",
        Rows = [.. node.All("Rangée").Select(Row)],
    };

    private SheetRow Row(SourceNode node) => new(node["type"] == "header") { Cells = [.. node.All("Cellule").Select(Cell)] };

    private SheetCell Cell(SourceNode node) => new(Span(node["fusionHorizontale"]), Span(node["fusionVerticale"])) { Blocks = blocks.Inside(node) };

    private static int Span(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span is > 1 and <= WidestSpan ? span : 0;
}
