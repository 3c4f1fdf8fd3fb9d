using System.Globalization;
using System.Text.Json;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.Api;

/// <summary>Answers that a program sends as JSON: texts, numbers, lists of texts; a commune by its INSEE code or its key.</summary>
internal static class ApiAnswers
{
    public static Answers Read(FormDefinition form, JsonElement data, PortalTerritory now)
    {
        var answers = Answers.Empty;
        foreach (var field in form.Fields.Where(f => !f.IsUpload && f.Type != FieldType.Information))
        {
            if (!data.TryGetProperty(field.Name, out var value))
                continue;
            var texts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text) : [Text(value)];
            var clean = texts.OfType<string>().Select(t => AnswerReader.Clean(t, field)).Where(t => t.Length > 0).Select(t => Known(field, t, now)).ToArray();
            if (clean.Length > 0)
                answers = answers.With(field.Name, clean);
            if (field.Type == FieldType.Place)
                answers = Point(answers, field, data);
        }
        return answers;
    }

    private static string Known(FormField field, string text, PortalTerritory now) =>
        field.Type == FieldType.Commune && now.ByInsee(text) is { } body ? body.Key : text;

    private static Answers Point(Answers answers, FormField field, JsonElement data)
    {
        foreach (var name in (string[])[AnswerKeys.Latitude(field.Name), AnswerKeys.Longitude(field.Name)])
        {
            if (data.TryGetProperty(name, out var value) && Coordinates.Parse(Text(value)) is { } degrees)
                answers = answers.With(name, Coordinates.Write(degrees));
        }
        return answers;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : value.GetRawText(),
        JsonValueKind.True => "oui",
        JsonValueKind.False => "non",
        _ => null,
    };
}
