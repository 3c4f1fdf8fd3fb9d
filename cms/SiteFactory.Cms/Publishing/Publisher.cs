using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Hosting;
using SiteFactory.Generator;
using SiteFactory.Theming;

namespace SiteFactory.Cms.Publishing;

/// <summary>Builds what the outbox tells of, one batch after the other, and writes down how far it is.</summary>
public sealed class Publisher(IServiceScopeFactory scopes, ContentMirror mirror, ITheme theme, IClock clock, IOptions<CmsOptions> options, ILogger<Publisher> logger) : BackgroundService, IPublicationSignal
{
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private SiteGenerator? _generator;

    /// <inheritdoc/>
    public void Wake() => _wakes.Writer.TryWrite(true);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _generator?.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Wake();
        await foreach (var _ in _wakes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await PublishAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "The publication failed; what waits is tried again with the next change.");
            }
        }
    }

    private async Task PublishAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var changed = await mirror.RefreshAsync(database, cancellation);
        if (changed is { Count: 0 })
            return;
        var started = clock.GetCurrentInstant();
        var report = await Task.Run(() => Build(changed, cancellation), cancellation);
        foreach (var site in report.Sites)
        {
            database.SiteBuilds.Add(new SiteBuild
            {
                SiteKey = site.Key,
                Revision = mirror.Revision,
                QueuedAt = started,
                StartedAt = started,
                FinishedAt = clock.GetCurrentInstant(),
                State = site.Outcome == SiteOutcome.Refused ? BuildState.Failed : BuildState.Done,
                Pages = site.Pages,
                Rendered = site.Rendered,
                Release = site.Release,
                Worker = Environment.MachineName,
            });
        }
        await database.SaveChangesAsync(cancellation);
        logger.LogInformation("Revision {Revision}: {Sites} sites in {Milliseconds} ms.", mirror.Revision, report.Sites.Length, (long)report.Elapsed.TotalMilliseconds);
    }

    private BuildReport Build(IReadOnlyCollection<string>? changed, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        _generator ??= new(new BuildOptions { Output = options.Value.Output, At = now, Pictures = options.Value.FullBuilds, Search = options.Value.FullBuilds, Precompress = options.Value.FullBuilds }, theme, mirror, mirror);
        return changed is null ? _generator.Build(null, cancellation) : _generator.Update(changed, now, null, null, cancellation);
    }
}
