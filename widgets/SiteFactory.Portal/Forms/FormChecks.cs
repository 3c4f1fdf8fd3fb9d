using System.Text.RegularExpressions;
using SiteFactory.Portal.Filling;
using YamlDotNet.RepresentationModel;

namespace SiteFactory.Portal.Forms;

/// <summary>What a definition must hold beyond its shape: names that exist, conditions that look backwards, choices with options.</summary>
internal static partial class FormChecks
{
    public static void Check(FormDefinition form, YamlMappingNode root, FaultList faults)
    {
        Func<string, object[], FaultList> at = (name, values) => faults.Add(NodeReader.Line(root), name, values);
        if (!SlugPattern().IsMatch(form.Slug))
            at("BadSlug", [form.Slug]);
        if (form.RetentionMonths is < 0 or > 120)
            at("BadRetention", [form.RetentionMonths]);
        if (form.Consultation is { } dates && dates.Closes < dates.Opens)
            at("BadDates", []);
        if (form.Steps.IsEmpty)
            at("NoSteps", []);
        foreach (var name in form.Fields.GroupBy(f => f.Name).Where(g => g.Count() > 1).Select(g => g.Key))
            at("Twice", [name]);
        foreach (var role in form.Fields.Where(f => f.Role != FieldRole.None).GroupBy(f => f.Role).Where(g => g.Count() > 1))
            at("TwoRoles", [role.Key]);
        Named(form, form.DispatchField, [FieldType.Choice], at);
        Named(form, form.PlaceField, [FieldType.Place, FieldType.Address], at);
        var before = new Dictionary<string, FormField>(StringComparer.Ordinal);
        foreach (var (index, step) in form.Steps.Index())
        {
            Conditions(step.ShowIf, step.Title, before, at);
            foreach (var field in step.Fields)
            {
                Field(field, isFirstStep: index == 0, at);
                Conditions(field.ShowIf, field.Name, before, at);
                before[field.Name] = field;
            }
        }
    }

    private static void Field(FormField field, bool isFirstStep, Func<string, object[], FaultList> at)
    {
        var isChoice = field.Type is FieldType.Choice or FieldType.Multiple;
        if (!NamePattern().IsMatch(field.Name) || AnswerKeys.Reserved.Contains(field.Name))
            at("BadName", [field.Name]);
        if (isChoice && field.Options.IsEmpty)
            at("NoOptions", [field.Name]);
        if (!isChoice && !field.Options.IsEmpty)
            at("OptionsElsewhere", [field.Name]);
        if (field.Options.GroupBy(o => o.Value).Any(g => g.Count() > 1))
            at("SameOption", [field.Name]);
        if (field.Prefill && (!isFirstStep || field.IsUpload || field.Type == FieldType.Information))
            at("PrefillFirst", [field.Name]);
        if (field.Min > field.Max || field.MinDays > field.MaxDays)
            at("MinOverMax", [field.Name]);
    }

    private static void Conditions(
        FieldCondition? condition, string owner, Dictionary<string, FormField> before, Func<string, object[], FaultList> at)
    {
        foreach (var part in condition?.Parts ?? [])
        {
            if (!before.TryGetValue(part.Field, out var field))
                at("ConditionUnknown", [owner, part.Field]);
            else if (part.In.FirstOrDefault(v => !field.Options.IsEmpty && field.Option(v) is null) is { } value)
                at("ConditionValue", [owner, part.Field, value]);
        }
    }

    private static void Named(FormDefinition form, string? name, FieldType[] types, Func<string, object[], FaultList> at)
    {
        if (name is not null && (form.Field(name) is not { } field || !types.Contains(field.Type)))
            at("NamedField", [name]);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlugPattern();

    [GeneratedRegex("^[a-z][a-z0-9_]{0,39}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamePattern();
}
