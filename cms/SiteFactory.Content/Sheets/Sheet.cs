using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using SiteFactory.Content.FolderFormat.Reading;

namespace SiteFactory.Content.Sheets;

/// <summary>
/// A sheet of service-public.fr as a territory keeps it: <c>fiches/F1341.json</c>. The State writes it, we only show it;
/// <c>docs/fiches-service-public.md</c> says how each element of the official format is carried over.
/// </summary>
public sealed record Sheet
{
    /// <summary><c>F1341</c>: sheets are F, dossiers and themes N, forms and online services R.</summary>
    public required string Id { get; init; }

    /// <summary>As service-public.fr titles it.</summary>
    public required string Title { get; init; }

    /// <summary>"Fiche pratique", "Question-réponse", "Dossier", "Comment faire si…".</summary>
    public required string Kind { get; init; }

    /// <summary>The official page of the sheet.</summary>
    public required string Address { get; init; }

    /// <summary>One or two sentences.</summary>
    public string? Description { get; init; }

    /// <summary>The day on which the State last checked it: <c>2020-08-26</c>.</summary>
    public string? Verified { get; init; }

    /// <summary>"Papiers - Citoyenneté"; null for what belongs to none.</summary>
    public string? Theme { get; init; }

    /// <summary>"Carte d’identité": the dossier that it is part of.</summary>
    public string? Folder { get; init; }

    /// <summary>Everything answers one of several situations that a questionnaire would tell apart.</summary>
    public bool AllSituations { get; init; }

    /// <summary>What there is to read, in order.</summary>
    public ImmutableArray<SheetBlock> Content { get => field.IsDefault ? [] : field; init; }

    /// <summary>Where to go, beside what the text says.</summary>
    public ImmutableArray<SheetOffice> Offices { get => field.IsDefault ? [] : field; init; }

    /// <summary>Online services and forms.</summary>
    public ImmutableArray<SheetService> Services { get => field.IsDefault ? [] : field; init; }

    /// <summary>The glossary: words that the text refers to.</summary>
    public ImmutableArray<SheetTerm> Terms { get => field.IsDefault ? [] : field; init; }

    /// <summary>Laws and other texts.</summary>
    public ImmutableArray<SheetLink> References { get => field.IsDefault ? [] : field; init; }

    /// <summary>To know more.</summary>
    public ImmutableArray<SheetLink> More { get => field.IsDefault ? [] : field; init; }

    /// <summary>Questions and answers about the same subject.</summary>
    public ImmutableArray<SheetLink> Questions { get => field.IsDefault ? [] : field; init; }

    /// <summary>Other sheets of interest.</summary>
    public ImmutableArray<SheetLink> SeeAlso { get => field.IsDefault ? [] : field; init; }

    /// <summary>When the State last checked it; null when it does not say.</summary>
    [JsonIgnore]
    public LocalDate? VerifiedOn => Verified is { } day ? TimeText.ParseDate(day) : null;

    /// <summary>The last part of its address on a site: <c>f1341-carte-d-identite-d-un-majeur</c>.</summary>
    [JsonIgnore]
    public string Slug => SlugOf(Id, Title);

    private static string SlugOf(string id, string title)
    {
        const int longest = 70;
        var words = Slugs.Slug.From(title);
        if (words.Length > longest)
            words = words[..(words.LastIndexOf('-', longest) is > 0 and var end ? end : longest)];
        return words.Length == 0 ? id.ToLowerInvariant() : $"{id.ToLowerInvariant()}-{words}";
    }

    /// <summary>Whether the text is a sheet's id: a letter and digits.</summary>
    public static bool IsId(string text) =>
        text.Length is > 1 and <= 8 && text[0] is 'F' or 'N' or 'R' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>A word of the glossary, or an abbreviation.</summary>
/// <param name="Short">True for a sigle or acronym: its text is the long form.</param>
public sealed record SheetTerm(string Id, string Title, bool Short)
{
    public ImmutableArray<SheetBlock> Text { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A line that leads to another sheet, or to an address outside.</summary>
/// <param name="Sheet">The id of a sheet.</param>
/// <param name="Address">An address, when it is no sheet.</param>
/// <param name="Detail">Who publishes it, or what it says: "Articles 1 à 5".</param>
public sealed record SheetLink(string Title, string? Sheet = null, string? Address = null, string? Detail = null);
