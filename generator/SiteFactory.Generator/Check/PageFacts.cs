using System.Collections.Immutable;

namespace SiteFactory.Generator.Check;

/// <summary>What the check needs to know of a page that is not rendered again: where it links to, and what can be linked to in it.</summary>
/// <param name="Links">Links inside the site: <c>/chemin/</c> or <c>/chemin/#ancre</c>.</param>
/// <param name="Anchors">Ids of the main part.</param>
internal sealed record PageFacts(ImmutableArray<string> Links, ImmutableArray<string> Anchors)
{
    public static void Write(BinaryWriter writer, PageFacts? facts)
    {
        writer.Write(facts is not null);
        if (facts is null)
            return;
        Write(writer, facts.Links);
        Write(writer, facts.Anchors);
    }

    public static PageFacts? Read(BinaryReader reader, SharedStrings strings) =>
        reader.ReadBoolean() ? new(ReadStrings(reader, strings), ReadStrings(reader, strings)) : null;

    private static void Write(BinaryWriter writer, ImmutableArray<string> values)
    {
        writer.Write(values.Length);
        foreach (var value in values)
            writer.Write(value);
    }

    private static ImmutableArray<string> ReadStrings(BinaryReader reader, SharedStrings strings)
    {
        var count = reader.ReadInt32();
        var values = ImmutableArray.CreateBuilder<string>(count);
        for (var i = 0; i < count; i++)
            values.Add(strings.Of(reader.ReadString()));
        return values.MoveToImmutable();
    }
}
