using NodaTime;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Works;

/// <summary>Where works stand today.</summary>
public enum WorksState
{
    Current,
    Coming,
    Over,
}

/// <summary>Works in the list.</summary>
/// <param name="Number">The place in the file, from 1.</param>
public sealed record WorksLine(int Number, RoadWorks Works, WorksState State);

/// <summary>Works and closed roads of the site: those going on first, those that are over last.</summary>
public sealed class IndexModel(EverydayTools tools, TerritoryReading reading) : ListPage<RoadWorksList>(tools)
{
    /// <inheritdoc/>
    public override TextResource Words => WorksTexts.T;

    /// <summary>The site's own.</summary>
    public IReadOnlyList<WorksLine> Lines { get; private set; } = [];

    /// <summary>The métropole's, that this site shows too.</summary>
    public IReadOnlyList<RoadWorks> Shared { get; private set; } = [];

    /// <summary>The métropole's name.</summary>
    public string? Metropole { get; private set; }

    /// <inheritdoc/>
    protected override EverydayFile<RoadWorksList> Source => EverydayFiles.Works;

    /// <summary>Lists them.</summary>
    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        var today = Context.Today;
        Lines = [.. State.Value.Items.Select((w, i) => new WorksLine(i + 1, w, StateOf(w, today))).OrderBy(l => l.State).ThenBy(l => l.State == WorksState.Over ? -Days(l.Works.Until ?? l.Works.From) : Days(l.Works.From))];
        if (Context.Site.Kind == SiteKind.Metropole || (await reading.NowAsync(cancellation)).Snapshot?.Metropole is not { } metropole)
            return;
        Metropole = metropole.Site.Name;
        Shared = [.. (metropole.Everyday.Works?.Items ?? []).Where(w => w.Sites.Contains(Tools.Site.Key) && StateOf(w, today) != WorksState.Over)];
    }

    private static WorksState StateOf(RoadWorks works, LocalDate today) =>
        works.Until < today ? WorksState.Over : works.From > today ? WorksState.Coming : WorksState.Current;

    private static int Days(LocalDate day) => Period.DaysBetween(new(2000, 1, 1), day);
}
