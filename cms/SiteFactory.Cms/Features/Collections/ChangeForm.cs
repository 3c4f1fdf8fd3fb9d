using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Collections;

/// <summary>A collection that is moved or does not take place, as a form.</summary>
public sealed class ChangeForm
{
    // A calendar looks three weeks around its days; nothing is moved farther.
    private const int FarthestMove = 21;

    /// <summary>A browser's day: the ordinary one.</summary>
    public string? Date { get; set; }

    /// <summary>A browser's day: the new one; empty: no collection.</summary>
    public string? To { get; set; }

    /// <summary>A sector's key; empty: all of them.</summary>
    public string? Sector { get; set; }

    /// <summary>Null: every kind.</summary>
    public WasteKind? Waste { get; set; }

    public string? Note { get; set; }

    /// <summary>The exception; null when something is wrong.</summary>
    public WasteChange? Read(WasteCollections file, FormErrors errors)
    {
        const string Prefix = "Change.";
        if (string.IsNullOrWhiteSpace(Date))
            errors.Add(Prefix + nameof(Date), ItemTexts.T["DayMissing"]);
        var (date, to, sector) = (errors.Day(Prefix + nameof(Date), Date), errors.Day(Prefix + nameof(To), To), Typed.Line(Sector));
        if (date is { } from && to is { } day && Math.Abs(NodaTime.Period.DaysBetween(from, day)) > FarthestMove)
            errors.Add(Prefix + nameof(To), CollectionTexts.T["MoveTooFar"]);
        if (sector is not null && file.Sectors.All(s => s.Key != sector))
            errors.Add(Prefix + nameof(Sector), CollectionTexts.T["SectorGone"]);
        return errors.None && date is { } known ? new(known, to, sector, Waste, Typed.Line(Note)) : null;
    }
}
