using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using SiteFactory.Browser.Tests;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.Media;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.Cms.Tests.Library;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Requests;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>The whole CMS with the portal in the box, whose catalogue the sites are built from, as on a first start; and something on every screen.</summary>
public sealed class CitizenOffice : BackOffice
{
    private const string Register = """

        -- vany/documents/2026-09-07-pv.md --
        ---
        title: Procès-verbal
        type: minutes
        session: 2026-09-07
        ---
        Tout y est.
        """;

    private readonly int _port = FreePort();

    /// <summary>What a citizen asked of Vany.</summary>
    internal Submitted Request { get; set; } = null!;

    /// <summary>The address of a page of the portal.</summary>
    internal string PortalUrl(string path) => string.Create(CultureInfo.InvariantCulture, $"http://services.localhost:{_port}{path}");

    /// <summary>The portal without a browser.</summary>
    internal HttpClient PortalClient()
    {
        var here = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = ConnectAsync };
        return new(here) { BaseAddress = new(PortalUrl("/")) };
    }

    /// <summary>Somebody with a telephone and no account.</summary>
    internal async Task<IPage> PhoneAsync(bool scripts)
    {
        var context = await Browser.NewContextAsync(new()
        {
            Locale = "fr-FR",
            ViewportSize = new() { Width = 390, Height = 844 },
            IsMobile = true,
            HasTouch = true,
            JavaScriptEnabled = scripts,
        });
        Chromium.SetPatience(context, 30_000);
        return await context.NewPageAsync();
    }

    /// <summary>Sends what a citizen typed.</summary>
    internal static Task<Submitted> SendAsync(CmsHost host, string slug, Answers answers) => host.WithAsync(services =>
        services.GetRequiredService<Submission>().SendAsync(services.GetRequiredService<FormCatalog>().Find(slug)!, answers, "web", CancellationToken.None));

    internal override async Task<CmsHost> StartAsync()
    {
        var territory = (SampleTerritory.Text + SampleTerritory.Everyday + Register).Replace("zones:\n", $"portals:\n  - {{ key: metropole, kind: box, url: \"{PortalUrl("")}\", label: Territoire d’essai, local: true }}\neServices: {{ portal: metropole, shared: [signaler-une-anomalie], featured: [signaler-une-anomalie, encombrants] }}\nzones:\n", StringComparison.Ordinal);
        var host = await CmsHost.StartAsync(territory, CmsRole.All, settings: [string.Create(CultureInfo.InvariantCulture, $"--urls=http://127.0.0.1:{_port}"), string.Create(CultureInfo.InvariantCulture, $"--Cms:Address=http://localhost:{_port}"), "--Portal:MinimumTime=00:00:00", "--Portal:Posts=10000", "--Portal:Submissions=1000"]);
        await host.Application.Services.GetRequiredService<CatalogueRefresh>().RunAsync(Duration.Zero, null, CancellationToken.None);
        var home = Path.Combine(host.Output, "www.vany.example", "index.html");
        await host.UntilAsync(() => File.Exists(home) && File.ReadAllText(home).Contains("/demarches/signaler-une-anomalie/", StringComparison.Ordinal));
        Request = await SendAsync(host, "signaler-une-anomalie", Answers.Empty.With("categorie", "arbres").With("arbres_type", "danger").With("description", "Une branche.").With("commune", "vany").With("lieu", "rue Haute").With("prenom", "Lou").With("nom", "Petit"));
        await AddPictureAsync(host);
        return host;
    }

    private static async Task AddPictureAsync(CmsHost host)
    {
        var picture = await host.Application.Services.GetRequiredService<IMediaFiles>().AddAsync(new MemoryStream(SampleFiles.Png(8, 6)), CancellationToken.None);
        await host.InDatabaseAsync(async database =>
        {
            var record = MediaRecords.New("vany", "media/lavoir.jpg", "Le lavoir", host.Clock.GetCurrentInstant(), picture);
            (record.Length, record.Width, record.Height) = (100, 8, 6);
            database.Media.Add(record);
            return await database.SaveChangesAsync();
        });
    }

    // Whoever resolves names here: they all mean this machine.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
