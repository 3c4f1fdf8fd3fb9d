using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Browser.Tests;

/// <summary>The whole CMS with the portal in the box, whose catalogue the sites are built from, as on a first start.</summary>
public sealed class CitizenOffice : BackOffice
{
    private readonly int _port = FreePort();

    /// <summary>The address of a page of the portal.</summary>
    internal string PortalUrl(string path) => string.Create(CultureInfo.InvariantCulture, $"http://services.localhost:{_port}{path}");

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
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    internal override async Task<CmsHost> StartAsync()
    {
        var territory = SampleTerritory.Text.Replace("zones:\n", $"portals:\n  - {{ key: metropole, kind: box, url: \"{PortalUrl("")}\", label: Territoire d’essai, local: true }}\neServices: {{ portal: metropole, shared: [signaler-une-anomalie], featured: [signaler-une-anomalie, encombrants] }}\nzones:\n", StringComparison.Ordinal);
        var host = await CmsHost.StartAsync(territory, CmsRole.All, settings: [string.Create(CultureInfo.InvariantCulture, $"--urls=http://127.0.0.1:{_port}"), string.Create(CultureInfo.InvariantCulture, $"--Cms:Address=http://localhost:{_port}"), "--Portal:MinimumTime=00:00:00"]);
        await host.Application.Services.GetRequiredService<CatalogueRefresh>().RunAsync(Duration.Zero, null, CancellationToken.None);
        var home = Path.Combine(host.Output, "www.vany.example", "index.html");
        await host.UntilAsync(() => File.Exists(home) && File.ReadAllText(home).Contains("/demarches/signaler-une-anomalie/", StringComparison.Ordinal));
        return host;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
