using System.Threading.Channels;
using SiteFactory.Cms.Editing;

namespace SiteFactory.Cms.Publishing;

/// <summary>Wakes the dispatcher of this process; what happens elsewhere is heard of by the database, or seen at the next look.</summary>
public sealed class WakeSignal : IPublicationSignal
{
    private readonly Channel<bool> _wakes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc/>
    public void Wake() => _wakes.Writer.TryWrite(true);

    /// <summary>Returns at the next wake, or after that time.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(atMost);
        try
        {
            await _wakes.Reader.ReadAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Nobody called: time to look by oneself.
        }
    }
}
