using System.Collections.Immutable;
using System.Text;

namespace SiteFactory.Content.Sheets;

/// <summary>A sheet without its markup, for search.</summary>
public static class SheetWords
{
    /// <summary>The plain words of a line.</summary>
    public static string Of(ImmutableArray<SheetInline> line)
    {
        if (line is [SheetText { Text: var only }])
            return only;
        var text = new StringBuilder();
        foreach (var inline in line)
            text.Append(inline is SheetText plain ? plain.Text : Of(SheetText.Inside(inline)));
        return text.ToString();
    }

    /// <summary>Titles of chapters and of situations, one a line.</summary>
    public static string Headings(Sheet sheet)
    {
        var text = new StringBuilder();
        Headings(sheet.Content, text);
        return text.ToString();
    }

    /// <summary>The sheet's first paragraphs: what stands before its chapters and situations.</summary>
    public static string Opening(Sheet sheet) =>
        string.Join('\n', sheet.Content.TakeWhile(b => b is SheetParagraph or SheetNote).OfType<SheetParagraph>().Select(p => Of(p.Text)));

    private static void Headings(ImmutableArray<SheetBlock> blocks, StringBuilder text)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case SheetSection section:
                    text.Append(Of(section.Title)).Append('\n');
                    Headings(section.Blocks, text);
                    break;
                case SheetChoices choices:
                    foreach (var choice in choices.Choices)
                    {
                        text.Append(choice.Title).Append('\n');
                        Headings(choice.Blocks, text);
                    }
                    break;
                case SheetLinks links:
                    text.Append(links.Title).Append('\n');
                    break;
            }
        }
    }
}
