using System.Collections.Immutable;
using System.Globalization;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using SiteFactory.Generator.Plan.Everyday;

namespace SiteFactory.Cms.Features.Collections;

/// <summary>A sector as a form.</summary>
public sealed class SectorForm : EntryForm<WasteSector>
{
    private static readonly char[] Bullets = ['-', '•', '–', '*', ' ', '\u00a0'];

    public string? Name { get; set; }

    public string? Note { get; set; }

    /// <summary>One a line.</summary>
    public string? Streets { get; set; }

    /// <summary>In the métropole's file: keys of the communes that show the sector.</summary>
    public List<string> Sites { get; set; } = [];

    public List<RoundRow> Rounds { get; set; } = [];

    /// <inheritdoc/>
    public override void Start(EditContext context) => Rounds = [new()];

    /// <inheritdoc/>
    public override void Show(WasteSector entry)
    {
        (Name, Note, Streets) = (entry.Name, entry.Note, Typed.Joined(entry.Streets));
        Sites = [.. entry.Sites];
        Rounds = [.. entry.Rounds.Select(RoundRow.Of)];
    }

    /// <inheritdoc/>
    public override WasteSector Read(WasteSector? before, EditContext context, FormErrors errors)
    {
        var name = errors.Required(nameof(Name), Name, CollectionTexts.T["NameMissing"]);
        if (name.Length > 0 && Slug.From(name).Length == 0)
            errors.Add(nameof(Name), CollectionTexts.T["NameMissing"]);
        ImmutableArray<string> sites = context.Site.Kind == SiteKind.Metropole ? [.. context.Sites.Select(s => s.Key).Where(Sites.Contains)] : before?.Sites ?? [];
        return new(before?.Key ?? Slug.From(name), name, EverydayText.Paragraph(Note), ReadStreets(), sites, ReadRounds(errors));
    }

    /// <summary>Its collections as far as they can be read.</summary>
    public ImmutableArray<WasteRound> ReadRounds(FormErrors errors) =>
        [.. Rounds.Select((row, i) => row.Read(errors, string.Create(CultureInfo.InvariantCulture, $"{nameof(Rounds)}[{i}]."))).OfType<WasteRound>()];

    /// <inheritdoc/>
    public override IEnumerable<ReadableField> Readable()
    {
        var texts = CollectionTexts.T;
        yield return new(texts["FieldName"], Name ?? "");
        yield return new(texts["Rounds"], string.Join('\n', ReadRounds(new(new())).Select(r => $"{texts["Waste" + r.Waste]} – {RoundSentence.Of(r)} {r.Note}".TrimEnd())));
        yield return new(texts["Streets"], Streets ?? "");
        yield return new(texts["Sites"], string.Join(", ", Sites));
        yield return new(texts["Note"], Note ?? "");
    }

    /// <summary>Pasted from a table, a mail or a list with bullets: one street each.</summary>
    private ImmutableArray<string> ReadStreets() =>
        Typed.Lines(Streets?.Replace('\t', '\n').Replace(';', '\n')) is var lines ? [.. lines.Select(l => l.Trim(Bullets).TrimEnd(',')).Where(l => l.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)] : [];
}
