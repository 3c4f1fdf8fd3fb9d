using Microsoft.Extensions.Options;
using Npgsql;
using SiteFactory.Cms.Hosting;

namespace SiteFactory.Cms.Publishing;

/// <summary>Hears from PostgreSQL of what other processes committed. While it cannot, the dispatcher's own look finds it a little later.</summary>
public sealed class OutboxListener(WakeSignal signal, IOptions<CmsOptions> options, ILogger<OutboxListener> logger) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                logger.LogWarning(e, "Not listening to the database for the moment.");
                await Task.Delay(Again, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString) { Pooling = false, KeepAlive = 30 };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Notification += (_, _) => signal.Wake();
        await connection.OpenAsync(cancellation);
        await using (var command = new NpgsqlCommand("LISTEN sf_outbox", connection))
            await command.ExecuteNonQueryAsync(cancellation);
        while (true)
            await connection.WaitAsync(cancellation);
    }
}
