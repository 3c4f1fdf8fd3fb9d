using System.Collections.Immutable;
using SiteFactory.Portal.Forms;
using SiteFactory.Theming.French;

namespace SiteFactory.Portal.Filling;

/// <summary>One answer as people read it.</summary>
/// <param name="Uploads">Keys of files, when the answer is files.</param>
public sealed record AnswerLine(FormField Field, int Step, string Text, ImmutableArray<string> Uploads);

/// <summary>Says answers in words: labels in the place of values, dates in full.</summary>
public static class AnswerWords
{
    /// <param name="communeName">The name of a commune by its key.</param>
    public static ImmutableArray<AnswerLine> Lines(FormDefinition form, Answers answers, Func<string, string?> communeName) =>
        [.. form.Steps.SelectMany((step, index) => Conditions.AskedIn(form, step, answers)
            .Where(f => f.Type != FieldType.Information && answers.Has(f.Name))
            .Select(f => new AnswerLine(f, index, f.IsUpload ? "" : Say(f, answers, communeName), f.IsUpload ? answers.All(f.Name) : [])))];

    public static string Say(FormField field, Answers answers, Func<string, string?> communeName)
    {
        var value = answers.One(field.Name);
        return field.Type switch
        {
            FieldType.Choice => field.Option(value)?.Label ?? value,
            FieldType.Multiple => string.Join(", ", answers.All(field.Name).Select(v => field.Option(v)?.Label ?? v)),
            FieldType.Commune => communeName(value) ?? value,
            FieldType.Date => Validation.ParseDate(value) is { } date ? FrenchDates.Full(date) : value,
            _ => value,
        };
    }
}
