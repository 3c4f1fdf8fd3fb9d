using SiteFactory.Portal.Forms;

namespace SiteFactory.Portal.Filling;

/// <summary>Which questions are asked under which answers. A question that is not asked answers nothing.</summary>
public static class Conditions
{
    /// <summary>The fields that are asked, in order.</summary>
    public static IEnumerable<FormField> Asked(FormDefinition form, Answers answers) =>
        form.Steps.SelectMany(s => AskedIn(form, s, answers));

    /// <summary>The fields of one step that are asked.</summary>
    public static IEnumerable<FormField> AskedIn(FormDefinition form, FormStep step, Answers answers) =>
        Holds(step.ShowIf, form, answers) ? step.Fields.Where(f => Holds(f.ShowIf, form, answers)) : [];

    /// <summary>Whether the step has anything to ask or say.</summary>
    public static bool IsAsked(FormDefinition form, FormStep step, Answers answers) => AskedIn(form, step, answers).Any();

    public static bool Holds(FieldCondition? condition, FormDefinition form, Answers answers) =>
        condition is null || condition.Parts.All(p => Holds(p, form, answers));

    private static bool Holds(ConditionPart part, FormDefinition form, Answers answers)
    {
        // The earlier field's own condition counts: its old answer says nothing once it is no longer asked. Definitions only
        // look backwards (FormChecks), so this ends.
        var asked = form.Field(part.Field) is { } field && Holds(field.ShowIf, form, answers);
        var values = asked ? answers.All(part.Field).Where(v => v.Length > 0).ToList() : [];
        var fits = part.In.IsEmpty ? values.Count > 0 : values.Any(v => part.In.Contains(v));
        return part.Not ? values.Count > 0 && !fits : fits;
    }
}
