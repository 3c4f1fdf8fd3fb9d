using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SiteFactory.Portal.Forms;

/// <summary>Reads the definition of a form, and says every fault of it with its line.</summary>
public static class FormReader
{
    private static readonly string[] Keys =
        ["slug", "title", "summary", "category", "icon", "keywords", "handler", "dispatch", "place", "delay", "purpose", "legalBasis", "retention", "confirmation", "consultation", "steps"];

    /// <param name="file">The name that faults carry.</param>
    public static FormReading Read(string file, string text)
    {
        var faults = new FaultList(file);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
                return new(null, faults.Add(1, "NotAMapping").All);
            var form = Form(new NodeReader(root, faults, Keys));
            FormChecks.Check(form, root, faults);
            return new(faults.All.IsEmpty ? form : null, faults.All);
        }
        catch (YamlException e)
        {
            return new(null, faults.Add((int)e.Start.Line, "Syntax", e.Message).All);
        }
    }

    private static FormDefinition Form(NodeReader r) => new(
        r.Text("slug"),
        r.Words("title"),
        r.Words("summary"),
        r.Text("category"),
        r.OptionalText("icon") ?? "document",
        r.Texts("keywords"),
        r.Enum<Handler>("handler", Handler.Commune),
        r.OptionalText("dispatch"),
        r.OptionalText("place"),
        r.OptionalWords("delay"),
        r.Words("purpose"),
        r.Words("legalBasis"),
        r.Number("retention") ?? 12,
        r.OptionalWords("confirmation"),
        r.Mapping("consultation", ["opens", "closes"]) is { } dates ? new(dates.Date("opens"), dates.Date("closes")) : null,
        [.. r.Mappings("steps", ["title", "text", "showIf", "fields"]).Select(Step)]);

    private static FormStep Step(NodeReader r) => new(
        r.Words("title"), r.OptionalWords("text"), Condition(r), [.. r.Mappings("fields", FieldKeys).Select(Field)]);

    private static readonly string[] FieldKeys =
        ["name", "type", "label", "hint", "required", "prefill", "tiles", "role", "min", "max", "minDays", "maxDays", "missing", "showIf", "options"];

    private static FormField Field(NodeReader r) => new(
        r.Text("name"),
        r.Enum<FieldType>("type", null),
        r.Words("label"),
        r.OptionalWords("hint"),
        r.Flag("required"),
        r.Flag("prefill"),
        r.Flag("tiles"),
        r.Enum<FieldRole>("role", FieldRole.None),
        r.Number("min"),
        r.Number("max"),
        r.Number("minDays"),
        r.Number("maxDays"),
        r.OptionalWords("missing"),
        Condition(r),
        [.. r.Mappings("options", ["value", "label", "hint", "icon", "handler"]).Select(Option)]);

    private static FieldOption Option(NodeReader r) => new(
        r.Text("value"), r.Words("label"), r.OptionalWords("hint"), r.OptionalText("icon"), r.Has("handler") ? r.Enum<Handler>("handler", Handler.Commune) : null);

    private static FieldCondition? Condition(NodeReader r)
    {
        if (!r.Has("showIf"))
            return null;
        string[] keys = ["field", "in", "not"];
        var parts = r.Mapping("showIf", keys, quiet: true) is { } one ? [one] : r.Mappings("showIf", keys);
        return new([.. parts.Select(p => new ConditionPart(p.Text("field"), p.Has("not") ? p.Texts("not") : p.Texts("in"), p.Has("not")))]);
    }
}
