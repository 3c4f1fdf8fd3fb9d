using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using SiteFactory.Generator.Release;
using SiteFactory.Serving;

namespace SiteFactory.Generator.Cli.Serve;

/// <summary>
/// Serves every built site at <c>http://&lt;key&gt;.localhost:&lt;port&gt;</c> and the list of them at <c>http://localhost:&lt;port&gt;</c>,
/// with the headers of production.
/// </summary>
public sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SiteServer(WebApplication application) => _application = application;

    /// <summary>The port that was taken.</summary>
    public int Port => new Uri(_application.Urls.First()).Port;

    /// <summary>Starts to answer. Throws <see cref="PortBusyException"/>.</summary>
    public static async Task<SiteServer> StartAsync(ServeOptions options, CancellationToken cancellation)
    {
        var application = Build(options);
        try
        {
            await application.StartAsync(cancellation).ConfigureAwait(false);
            return new(application);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw new PortBusyException(options.Port, e);
        }
    }

    /// <summary>Serves until cancelled.</summary>
    public static async Task RunAsync(ServeOptions options, Action<int> started, CancellationToken cancellation)
    {
        var server = await StartAsync(options, cancellation).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            started(server.Port);
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(now.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(ServeOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Port 0 is for one address; browsers may try either for a name of localhost.
            if (options.Port == 0)
                kestrel.Listen(options.Address, 0);
            else
                kestrel.ListenLocalhost(options.Port);
        });
        var application = builder.Build();
        var router = new HostRouter(new BuiltSites(options.Output), options.LiveReload);
        application.Run(router.AnswerAsync);
        return application;
    }
}
