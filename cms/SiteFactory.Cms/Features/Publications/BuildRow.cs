using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.Publishing;

namespace SiteFactory.Cms.Features.Publications;

/// <summary>Something that kept a site from being published: where, why, how to mend it.</summary>
/// <param name="Link">The screen that mends it; null when none does.</param>
public sealed record FaultLine(string Text, string Cure, string? Link);

/// <summary>One publication as the list shows it.</summary>
public sealed record BuildRow(SiteBuild Build, string When, ImmutableArray<FaultLine> Faults)
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.Create("d MMM yyyy 'à' H'\u00a0h\u00a0'mm", SharedTexts.French);

    /// <summary>What changed.</summary>
    public string What => Build switch
    {
        { Cause: BuildCause.Change, IsOwnChange: true, Subject: { } subject } => ProgressLine.Named(subject),
        { Cause: BuildCause.Change, Subject: { } subject } => ProgressLine.Texts.Format("SharedBy", ProgressLine.Named(subject)),
        { Cause: BuildCause.Change or BuildCause.Start } => ProgressLine.Texts["CauseStart"],
        _ => ProgressLine.Texts["Cause" + Build.Cause],
    };

    /// <summary>Who did it.</summary>
    public string Who => Build.PersonName ?? ProgressLine.Texts["Nobody"];

    /// <summary>How long people waited for it.</summary>
    public string? Duration => Build.FinishedAt is { } end
        ? ProgressLine.Texts.Format("Seconds", (end - Build.QueuedAt).TotalSeconds.ToString("0.0", SharedTexts.French))
        : null;

    /// <summary>The row of a build.</summary>
    /// <param name="items">Titles and screens of items by their path in the content folder.</param>
    public static BuildRow Of(SiteBuild build, DateTimeZone zone, IReadOnlyDictionary<string, (string Title, string Link)> items) =>
        new(build, Written(build.QueuedAt, zone), [.. BuildQueue.FaultsOf(build).Where(f => f.IsError).Select(f => Line(f, items))]);

    /// <summary>A moment in the territory's time.</summary>
    public static string Written(Instant at, DateTimeZone zone) => Moment.Format(at.InZone(zone).LocalDateTime);

    private static FaultLine Line(BuildFault fault, IReadOnlyDictionary<string, (string Title, string Link)> items)
    {
        if (fault.File is null)
            return new(ProgressLine.Texts.Format("FaultMachine", fault.Message), "", null);
        return items.TryGetValue(fault.File, out var item)
            ? new(ProgressLine.Texts.Format("FaultIn", item.Title, fault.Message), fault.Cure, item.Link)
            : new(ProgressLine.Texts.Format("FaultIn", fault.File, fault.Message), fault.Cure, null);
    }
}
