using System.Collections.Immutable;
using System.Text.Json;

namespace SiteFactory.Content.Sheets;

/// <summary>What the types cannot say of a sheet that was read from a file: ids are ids, no list holds nothing, nothing nests without end.</summary>
internal static class SheetCheck
{
    /// <summary>More than any official sheet needs; enough that no renderer runs out of stack.</summary>
    private const int Deepest = 24;

    public static void Run(Sheet sheet)
    {
        Require(Sheet.IsId(sheet.Id), "id");
        Require(sheet.Title.Length > 0, "title");
        Require(sheet.Verified is null || sheet.VerifiedOn is not null, "verified");
        Blocks(sheet.Content, 0);
        Blocks(sheet.Offices, 0);
        Blocks(sheet.Services, 0);
        foreach (var term in Each(sheet.Terms))
            Blocks(term.Text, 1);
        foreach (var link in Each(sheet.References).Concat(Each(sheet.More)).Concat(Each(sheet.Questions)).Concat(Each(sheet.SeeAlso)))
            Require(link.Sheet is null || Sheet.IsId(link.Sheet), "sheet");
    }

    private static void Blocks<T>(ImmutableArray<T> blocks, int depth)
        where T : SheetBlock
    {
        Require(depth <= Deepest, "depth");
        foreach (var block in Each(blocks))
            Block(block, depth + 1);
    }

    private static void Block(SheetBlock block, int depth)
    {
        switch (block)
        {
            case SheetParagraph p:
                Inlines(p.Text, depth);
                break;
            case SheetSection s:
                Inlines(s.Title, depth);
                Blocks(s.Blocks, depth);
                break;
            case SheetList l:
                Parts(l.Items, depth);
                break;
            case SheetChoices c:
                Parts(c.Choices, depth);
                break;
            case SheetNote n:
                Blocks(n.Blocks, depth);
                break;
            case SheetTable t:
                foreach (var cell in Each(t.Rows).SelectMany(r => Each(r.Cells)))
                    Blocks(cell.Blocks, depth);
                break;
            case SheetFigure f:
                Blocks(f.Blocks, depth);
                break;
            case SheetOffice o:
                Blocks(o.Blocks, depth);
                break;
            case SheetService s:
                Blocks(s.Blocks, depth);
                Blocks(s.Annexes, depth);
                break;
            case SheetLinks k:
                foreach (var link in Each(k.Links))
                    Require(link.Sheet is null || Sheet.IsId(link.Sheet), "sheet");
                break;
        }
    }

    private static void Parts(ImmutableArray<SheetPart> parts, int depth)
    {
        foreach (var part in Each(parts))
            Blocks(part.Blocks, depth);
    }

    private static void Inlines(ImmutableArray<SheetInline> line, int depth)
    {
        Require(depth <= Deepest, "depth");
        foreach (var inline in Each(line))
        {
            if (inline is SheetReference reference)
                Require(Sheet.IsId(reference.Sheet), "sheet");
            Inlines(SheetText.Inside(inline), depth + 1);
        }
    }

    private static IEnumerable<T> Each<T>(ImmutableArray<T> items)
        where T : class
    {
        foreach (var item in items)
        {
            Require(item is not null, "null");
            yield return item;
        }
    }

    private static void Require([System.Diagnostics.CodeAnalysis.DoesNotReturnIf(false)] bool holds, string what)
    {
        if (!holds)
            throw new JsonException(what);
    }
}
