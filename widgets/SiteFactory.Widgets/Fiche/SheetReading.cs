using SiteFactory.Content.Bodies;
using SiteFactory.Content.Sheets;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.French;

namespace SiteFactory.Widgets.Fiche;

/// <summary>A sheet being shown: where its links lead, how its headings stand.</summary>
/// <param name="Embedded">Inside a page of its own text: the sheet brings its title.</param>
public sealed record SheetReading(SheetModel Model, bool Embedded)
{
    /// <summary>The level of the first headings.</summary>
    public int Level => Embedded ? 3 : 2;

    /// <summary>A sheet's page: on the site when it is there.</summary>
    public (string Href, bool External) Page(string id, string? audience = null) =>
        Model.Pages.TryGetValue(id, out var href) ? (href, false) : (OfficialAddress.Of(id, audience), true);

    /// <summary>The anchor of a word of the glossary; null when the sheet does not explain it.</summary>
    public string? Anchor(string term) =>
        Model.Sheet.Terms.Any(t => t.Id == term) ? $"{Model.Sheet.Id}-{term}".ToLowerInvariant() : null;

    /// <summary>The long form of an abbreviation; null for another word.</summary>
    public string? LongForm(string term) =>
        Model.Sheet.Terms.FirstOrDefault(t => t.Short && t.Id == term) is { Text: [SheetParagraph line, ..] } ? SheetWords.Of(line.Text) : null;

    /// <summary>An address of the source when a page may link to it; null for any other scheme.</summary>
    public static string? Safe(string? address) =>
        LinkPolicy.Check(address) is { Kind: LinkKind.External or LinkKind.Contact } target ? target.Href : null;

    /// <summary>"3 novembre 2020"; null for what is no day.</summary>
    public static string? Day(string? iso) =>
        iso is not null && NodaTime.Text.LocalDatePattern.Iso.Parse(iso) is { Success: true } day ? FrenchDates.Long(day.Value) : null;

    /// <summary>How a box says what it is.</summary>
    public static string Label(SheetNoteKind kind) => kind switch
    {
        SheetNoteKind.Warning => "warning",
        SheetNoteKind.Reminder => "reminder",
        SheetNoteKind.Notice => "notice",
        SheetNoteKind.Case => "case",
        SheetNoteKind.Note => "note",
        _ => "know",
    };
}
