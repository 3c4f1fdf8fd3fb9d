using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Portal.Forms;
using SiteFactory.Theming.French;

namespace SiteFactory.Portal.Filling;

/// <summary>What is wrong with one answer, in French.</summary>
public sealed record FieldError(string Field, string Label, string Message);

/// <summary>Checks answers against their fields, as the form asks them under these very answers.</summary>
/// <param name="Communes">Keys of the communes that may be chosen.</param>
public sealed partial record Validation(LocalDate Today, IReadOnlySet<string> Communes)
{
    /// <summary>The errors of one step.</summary>
    public ImmutableArray<FieldError> Step(FormDefinition form, FormStep step, Answers answers) =>
        [.. Conditions.AskedIn(form, step, answers).Select(f => Error(f, answers)).OfType<FieldError>()];

    /// <summary>The errors of all steps.</summary>
    public ImmutableArray<FieldError> All(FormDefinition form, Answers answers) =>
        [.. Conditions.Asked(form, answers).Select(f => Error(f, answers)).OfType<FieldError>()];

    private FieldError? Error(FormField field, Answers answers)
    {
        var message = !answers.Has(field.Name)
            ? field.Required && field.Type != FieldType.Information ? field.Missing ?? Missing(field.Type) : null
            : field.Type == FieldType.Multiple ? Chosen(field, answers.All(field.Name)) : Message(field, answers.One(field.Name));
        return message is null ? null : new(field.Name, field.Label, message);
    }

    private static string Missing(FieldType type) => type switch
    {
        FieldType.Choice => FillingTexts.MissingChoice,
        FieldType.Multiple => FillingTexts.MissingMultiple,
        FieldType.Date => FillingTexts.MissingDate,
        FieldType.Photo or FieldType.File => FillingTexts.MissingFile,
        _ => FillingTexts.MissingText,
    };

    private string? Message(FormField field, string value) => field.Type switch
    {
        FieldType.Choice => field.Option(value) is null ? FillingTexts.MissingChoice : null,
        FieldType.Commune => Communes.Contains(value) ? null : FillingTexts.UnknownCommune,
        FieldType.Email => EmailPattern().IsMatch(value) && value.Length <= 254 ? null : FillingTexts.BadEmail,
        FieldType.Phone => PhonePattern().IsMatch(Compact(value)) ? null : FillingTexts.BadPhone,
        FieldType.Number => Number(field, value),
        FieldType.Date => Date(field, value),
        FieldType.Photo or FieldType.File => null,
        _ => Length(field, value),
    };

    private static string? Chosen(FormField field, ImmutableArray<string> values) =>
        values.Any(v => field.Option(v) is null) ? FillingTexts.MissingMultiple
        : values.Length > (field.Max ?? int.MaxValue) ? Format(FillingTexts.TooMany, field.Max!)
        : null;

    private static string? Length(FormField field, string value) =>
        value.Length < (field.Min ?? 0) ? Format(FillingTexts.TooShort, field.Min!)
        : value.Length > (field.Max ?? AnswerReader.Longest) ? Format(FillingTexts.TooLong, FrenchNumbers.Count(field.Max ?? AnswerReader.Longest), FrenchNumbers.Count(value.Length))
        : null;

    private static string? Number(FormField field, string value)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return FillingTexts.BadNumber;
        return number < (field.Min ?? int.MinValue) ? Format(FillingTexts.TooSmall, FrenchNumbers.Count(field.Min!.Value))
            : number > (field.Max ?? int.MaxValue) ? Format(FillingTexts.TooBig, FrenchNumbers.Count(field.Max!.Value))
            : null;
    }

    private string? Date(FormField field, string value)
    {
        if (ParseDate(value) is not { } date)
            return FillingTexts.BadDate;
        return field.MinDays is { } min && date < Today.PlusDays(min) ? Format(FillingTexts.TooEarly, FrenchDates.Long(Today.PlusDays(min)))
            : field.MaxDays is { } max && date > Today.PlusDays(max) ? Format(FillingTexts.TooLate, FrenchDates.Long(Today.PlusDays(max)))
            : null;
    }

    /// <summary>A day as browsers send it (2026-12-31), or as people write it (31/12/2026).</summary>
    public static LocalDate? ParseDate(string text)
    {
        var iso = LocalDatePattern.Iso.Parse(text);
        var french = LocalDatePattern.CreateWithInvariantCulture("d'/'M'/'uuuu").Parse(text);
        return iso.Success ? iso.Value : french.Success ? french.Value : null;
    }

    private static string Compact(string phone) => Blanks().Replace(phone, "");

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);

    [GeneratedRegex(@"^[^\s@<>""(),:;\[\]\\]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^(\+[0-9]{6,15}|0[1-9][0-9]{8})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PhonePattern();

    [GeneratedRegex(@"[\s.\-/()]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Blanks();
}
