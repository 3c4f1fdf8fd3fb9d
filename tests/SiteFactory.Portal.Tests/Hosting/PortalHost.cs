using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using SiteFactory.Portal.Mail;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Tests.Hosting;

/// <summary>The portal on a real server over a database of its own, with a clock that tests move.</summary>
public sealed class PortalHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitefactory-portal-").FullName;
    private WebApplication _app = null!;
    private PortalDatabase _database = null!;

    public string BaseUrl { get; private set; } = "";

    public MovableClock Clock { get; } = new();

    public SentMail Mail { get; } = new();

    public FakeTerritory Territory { get; } = new();

    public PortalOptions Options { get; } = new() { MinimumTime = TimeSpan.Zero };

    public static async Task<PortalHost> StartAsync(Action<PortalOptions>? set = null, IPhotoCleaner? cleaner = null)
    {
        var host = new PortalHost();
        set?.Invoke(host.Options);
        await host.RunAsync(cleaner ?? new SharpCleaner());
        return host;
    }

    /// <summary>A client without cookies; it finds the portal's name where browsers do, on this machine.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectCallback = ConnectAsync }) { BaseAddress = new(BaseUrl) };

    public async Task<T> UseAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> UseAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull =>
        UseAsync(s => work(s.GetRequiredService<TService>()));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _database.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(IPhotoCleaner cleaner)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, Port()));
        Options.Hosts.Add("services.localhost");
        builder.Services.AddSingleton<IClock>(Clock);
        builder.Services.AddSingleton<IPortalMail>(Mail);
        builder.Services.AddSingleton<IPortalTerritory>(Territory);
        builder.Services.AddSingleton(cleaner);
        builder.Services.AddRouting();
        _database = PortalDatabase.In(_folder);
        builder.Services.AddPortal(Options, (_, database) => _database.Use(database));
        _app = builder.Build();
        _app.MapPortal();
        await _app.StartAsync();
        BaseUrl = "http://services.localhost:" + new Uri(_app.Urls.First()).Port;
        Options.BaseUrl = BaseUrl;
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static int Port() => Environment.GetEnvironmentVariable("PORTAL_PORT") is { } port ? int.Parse(port, System.Globalization.CultureInfo.InvariantCulture) : 0;
}

/// <summary>A clock at the hour of the demonstration, until a test moves it.</summary>
public sealed class MovableClock : IClock
{
    private Instant _now = Instant.FromUtc(2026, 11, 27, 9, 30);

    public Instant GetCurrentInstant() => _now;

    public void Move(Duration by) => _now += by;
}

/// <summary>Keeps what is sent.</summary>
public sealed class SentMail : IPortalMail
{
    private ImmutableArray<PortalMessage> _messages = [];

    public ImmutableArray<PortalMessage> Messages => _messages;

    public bool Fails { get; set; }

    public Task SendAsync(PortalMessage message, CancellationToken cancellation)
    {
        if (Fails)
            throw new InvalidOperationException("No server.");
        ImmutableInterlocked.Update(ref _messages, m => m.Add(message));
        return Task.CompletedTask;
    }
}

/// <summary>A small territory.</summary>
public sealed class FakeTerritory : IPortalTerritory
{
    public PortalTerritory Now { get; set; } = new(
        "Metz Métropole",
        "Europe/Paris",
        new(new(0x00, 0x3d, 0x7c), new(0xc4, 0x00, 0x5f)),
        "Délégué à la protection des données",
        "dpo@example.org",
        [
            new("amanvillers", "Amanvillers", "57017", false, "mairie.amanvillers@example.org", "http://amanvillers.localhost/"),
            new("le-ban-saint-martin", "Le Ban-Saint-Martin", "57049", false, null, "http://le-ban-saint-martin.localhost/"),
            new("metropole", "Metz Métropole", null, true, "contact@example.org", "http://metropole.localhost/"),
            new("vany", "Vany", "57694", false, "mairie.vany@example.org", "http://vany.localhost/"),
        ],
        [
            new("Mairie, 10 rue Principale, Vany", "vany", 49.1575, 6.2425),
            new("École, 4 rue de l’Église, Amanvillers", "amanvillers", 49.166, 6.044),
        ]);

    public ValueTask<PortalTerritory> CurrentAsync(CancellationToken cancellation) => new(Now);
}
