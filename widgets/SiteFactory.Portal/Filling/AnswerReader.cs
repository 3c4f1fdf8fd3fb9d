using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SiteFactory.Portal.Forms;

namespace SiteFactory.Portal.Filling;

/// <summary>Takes a form's answers from what a browser sent: known names only, cleaned of control characters, cut to a length.</summary>
public static class AnswerReader
{
    /// <summary>No answer is longer, whatever its field allows.</summary>
    public const int Longest = 5000;

    private const int MostValues = 60;

    /// <summary>The answers before, with those of one step as it was sent.</summary>
    public static Answers Read(Answers before, FormStep step, IFormCollection sent)
    {
        var answers = before;
        foreach (var field in step.Fields.Where(f => f.Type != FieldType.Information && !f.IsUpload))
        {
            answers = Set(answers, field, sent[field.Name]);
            if (field.Type == FieldType.Place)
            {
                answers = Coordinate(answers, AnswerKeys.Latitude(field.Name), sent[AnswerKeys.Latitude(field.Name)]);
                answers = Coordinate(answers, AnswerKeys.Longitude(field.Name), sent[AnswerKeys.Longitude(field.Name)]);
            }
        }
        return answers;
    }

    /// <summary>The answers that the address of a form's first page may bring along.</summary>
    public static Answers Prefilled(FormDefinition form, IQueryCollection query)
    {
        var answers = Answers.Empty;
        foreach (var field in form.Steps[0].Fields.Where(f => f.Prefill))
        {
            var value = Clean(query[field.Name].ToString(), field);
            if (value.Length > 0 && (field.Options.IsEmpty || field.Option(value) is not null))
                answers = answers.With(field.Name, value);
        }
        return answers;
    }

    /// <summary>Without control characters, without blanks around, in composed form, cut.</summary>
    public static string Clean(string text, FormField field)
    {
        var isLong = field.Type == FieldType.LongText;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value == '\n' && isLong)
                clean.Append('\n');
            else if (Rune.IsControl(rune))
                clean.Append(' ');
            else if (!IsInvisible(rune))
                clean.Append(rune);
        }
        var result = clean.ToString().Trim();
        return (result.Length > Longest ? Cut(result) : result).Normalize();
    }

    private static Answers Set(Answers answers, FormField field, StringValues sent)
    {
        ImmutableArray<string> values =
            [.. sent.Take(MostValues).Select(v => Clean(v ?? "", field)).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];
        if (field.Type != FieldType.Multiple && values.Length > 1)
            values = [values[0]];
        return values.IsEmpty ? answers.Without(field.Name) : new(answers.Values.SetItem(field.Name, values));
    }

    private static Answers Coordinate(Answers answers, string name, StringValues sent) =>
        Coordinates.Parse(sent.ToString()) is { } degrees ? answers.With(name, Coordinates.Write(degrees)) : answers.Without(name);

    /// <summary>Marks that turn the direction of text round, or that nobody sees: they let one text look like another.</summary>
    private static bool IsInvisible(Rune rune) =>
        rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 or >= 0x200B and <= 0x200F or 0xFEFF or >= 0xE0000 and <= 0xE007F;

    private static string Cut(string text) => char.IsHighSurrogate(text[Longest - 1]) ? text[..(Longest - 1)] : text[..Longest];
}
