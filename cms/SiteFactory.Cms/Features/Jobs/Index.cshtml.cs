using NodaTime;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Jobs;

/// <summary>Where an offer stands today.</summary>
public enum JobState
{
    Open,
    Coming,
    Closed,
}

/// <summary>An offer in the list.</summary>
/// <param name="Number">The place in the file, from 1.</param>
public sealed record JobRow(int Number, JobOffer Job, JobState State);

/// <summary>The site's job offers: those that one can answer first.</summary>
public sealed class IndexModel(EverydayTools tools) : ListPage<JobOffers>(tools)
{
    /// <inheritdoc/>
    public override TextResource Words => JobTexts.T;

    /// <summary>By state, then by deadline.</summary>
    public IReadOnlyList<JobRow> Lines { get; private set; } = [];

    /// <inheritdoc/>
    protected override EverydayFile<JobOffers> Source => EverydayFiles.Jobs;

    /// <summary>Lists them.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Lines = [.. State.Value.Items.Select((j, i) => new JobRow(i + 1, j, StateOf(j, Context.Today))).OrderBy(l => l.State).ThenBy(l => l.Job.Deadline)];
    }

    private static JobState StateOf(JobOffer job, LocalDate today) =>
        job.Deadline < today ? JobState.Closed : job.PostedAt > today ? JobState.Coming : JobState.Open;
}
