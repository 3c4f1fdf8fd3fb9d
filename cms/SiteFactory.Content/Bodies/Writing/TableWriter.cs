using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace SiteFactory.Content.Bodies.Writing;

/// <summary>Writes tables, in a box that scrolls by itself on a narrow screen.</summary>
internal sealed class TableWriter(BodyState state, BlockWriter blocks)
{
    private readonly NodeSink _output = state.Output;

    public void Write(Table table)
    {
        _output.Raw("<div class=\"sf-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"");
        _output.Encoded(BodyIssue.Word("table.label"));
        _output.Raw("\">\n<table>\n");
        var bodyOpen = false;
        foreach (var row in table.Cast<TableRow>())
        {
            if (row.IsHeader && row.All(IsEmpty))
                continue;
            if (!row.IsHeader && !bodyOpen)
                _output.Raw("<tbody>\n");
            bodyOpen |= !row.IsHeader;
            _output.Raw(row.IsHeader ? "<thead>\n<tr>" : "<tr>");
            for (var column = 0; column < row.Count; column++)
                Cell(table, row, column);
            _output.Raw(row.IsHeader ? "</tr>\n</thead>\n" : "</tr>\n");
        }
        _output.Raw(bodyOpen ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n");
    }

    private void Cell(Table table, TableRow row, int column)
    {
        var cell = (TableCell)row[column];
        var isHeading = row.IsHeader && !IsEmpty(cell);
        _output.Raw(isHeading ? "<th scope=\"col\"" : "<td");
        _output.Raw(AlignmentOf(table, column) switch
        {
            TableColumnAlign.Right => " class=\"align-right\">",
            TableColumnAlign.Center => " class=\"align-center\">",
            _ => ">",
        });
        foreach (var block in cell)
        {
            if (block is ParagraphBlock paragraph)
                blocks.Inlines(paragraph);
            else
                blocks.Write(block);
        }
        _output.Raw(isHeading ? "</th>" : "</td>");
    }

    private static TableColumnAlign? AlignmentOf(Table table, int column) =>
        column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;

    private static bool IsEmpty(Block cell) =>
        cell is TableCell { Count: 0 } || cell is TableCell { Count: 1 } one && one[0] is ParagraphBlock { Inline.FirstChild: null };
}
