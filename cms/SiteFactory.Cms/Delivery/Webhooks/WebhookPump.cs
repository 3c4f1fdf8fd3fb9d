using System.Net;

namespace SiteFactory.Cms.Delivery.Webhooks;

/// <summary>Looks every few seconds whether a webhook is due.</summary>
internal sealed class WebhookPump(IServiceScopeFactory scopes, TimeProvider time, ILogger<WebhookPump> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<WebhookSender>().SendDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                logger.LogError(e, "Webhooks could not be sent; they wait for the next turn.");
            }
        }
    }
}

/// <summary>What webhooks need.</summary>
internal static class WebhookServices
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public static void AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<WebhookSender>();
        services.AddHostedService<WebhookPump>();
        services.AddHttpClient(WebhookSender.ClientName, client => client.Timeout = Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseProxy = false,
                AutomaticDecompression = DecompressionMethods.None,
                MaxResponseHeadersLength = 32,
                ConnectCallback = AddressGuard.ConnectAsync,
            });
    }
}
