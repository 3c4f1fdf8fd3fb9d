using System.Globalization;
using Microsoft.AspNetCore.Http;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.Api;

/// <summary>Turns Open311's parameters into answers of a form.</summary>
internal static class Open311Answers
{
    public static Answers Read(FormDefinition form, IFormCollection sent, PortalTerritory now)
    {
        var answers = Answers.Empty.With(form.DispatchField!, sent["service_code"].ToString());
        answers = Set(answers, form, FieldRole.Summary, sent["description"]);
        answers = Set(answers, form, FieldRole.FirstName, sent["first_name"]);
        answers = Set(answers, form, FieldRole.LastName, sent["last_name"]);
        answers = Set(answers, form, FieldRole.Email, sent["email"]);
        answers = Set(answers, form, FieldRole.Phone, sent["phone"]);
        foreach (var field in form.Fields.Where(f => !f.Options.IsEmpty && f.Name != form.DispatchField))
        {
            var values = sent[$"attribute[{field.Name}]"].OfType<string>().Where(v => field.Option(v) is not null).ToArray();
            if (values.Length > 0)
                answers = answers.With(field.Name, values);
        }
        return Where(answers, form, sent, now);
    }

    private static Answers Where(Answers answers, FormDefinition form, IFormCollection sent, PortalTerritory now)
    {
        var (lat, lon) = (Coordinates.Parse(sent["lat"]), Coordinates.Parse(sent["long"]));
        if (form.PlaceField is { } place && form.Field(place) is { } field)
        {
            var words = AnswerReader.Clean(sent["address_string"].ToString(), field);
            if (lat is { } y && lon is { } x)
            {
                answers = answers.With(AnswerKeys.Latitude(place), Coordinates.Write(y)).With(AnswerKeys.Longitude(place), Coordinates.Write(x));
                words = words.Length > 0 ? words : string.Create(CultureInfo.InvariantCulture, $"{y:0.#####}, {x:0.#####}");
            }
            if (words.Length > 0)
                answers = answers.With(place, words);
        }
        var named = now.ByInsee(sent["attribute[commune]"].ToString()) ?? now.Body(sent["attribute[commune]"].ToString()) ?? now.ByInsee(sent["jurisdiction_id"].ToString()) ?? Nearest(now, lat, lon);
        return named is not null && form.Fields.FirstOrDefault(f => f.Type == FieldType.Commune) is { } commune ? answers.With(commune.Name, named.Key) : answers;
    }

    /// <summary>The commune of the nearest place that is known; an agent corrects it where a border runs between.</summary>
    private static PortalBody? Nearest(PortalTerritory now, double? lat, double? lon)
    {
        if (lat is not { } y || lon is not { } x)
            return null;
        var place = now.Places.Where(p => p.Latitude is not null && p.Longitude is not null && now.Body(p.Commune) is { IsMetropole: false })
            .MinBy(p => Math.Pow(p.Latitude!.Value - y, 2) + Math.Pow((p.Longitude!.Value - x) * Math.Cos(y * Math.PI / 180), 2));
        return now.Body(place?.Commune);
    }

    private static Answers Set(Answers answers, FormDefinition form, FieldRole role, string? text)
    {
        if (form.Fields.FirstOrDefault(f => f.Role == role) is not { } field)
            return answers;
        var clean = AnswerReader.Clean(text ?? "", field);
        return clean.Length > 0 ? answers.With(field.Name, clean) : answers;
    }
}
