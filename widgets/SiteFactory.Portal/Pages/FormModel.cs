using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Pages;

/// <summary>One page of a form.</summary>
/// <param name="Index">The step's place in the definition.</param>
/// <param name="Number">Its place among the steps that are asked, from 1.</param>
/// <param name="Action">Where it is sent.</param>
/// <param name="Previous">The address of the page before.</param>
/// <param name="Code">Null before the draft exists.</param>
/// <param name="Notice">Something to tell above the fields.</param>
/// <param name="Commune">Carried along from the first address: a body's key.</param>
public sealed record FormModel(
    FormDefinition Form,
    int Index,
    int Number,
    int Count,
    Answers Answers,
    ImmutableArray<FieldError> Errors,
    ImmutableDictionary<string, UploadInfo> Uploads,
    string Token,
    string Action,
    string? Previous,
    TrackingCode? Code,
    string? Notice,
    string? Commune,
    string Who,
    LocalDate Today,
    PortalTerritory Territory,
    MapSource? Map)
{
    public FormStep Step => Form.Steps[Index];

    public string? Error(string field) => Errors.FirstOrDefault(e => e.Field == field)?.Message;

    public string UploadUrl(string key) => $"/demande/{Code}/fichier/{key}";
}

/// <summary>Where the map's tiles come from, and where it opens.</summary>
public sealed record MapSource(string Tiles, string Source, double Latitude, double Longitude);
