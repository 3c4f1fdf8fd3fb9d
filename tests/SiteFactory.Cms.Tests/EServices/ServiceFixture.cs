using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.Tests.Hosting;
using SiteFactory.EServices.Http;

namespace SiteFactory.Cms.Tests.EServices;

/// <summary>One application that builds sites, for all tests of démarches; each starts from the same settings.</summary>
public sealed class ServiceFixture : IAsyncLifetime
{
    internal const string Common = "services.example.org";

    private static readonly string Territory = SampleTerritory.Text
        .Replace("zones:\n", $"portals:\n  - {{ key: metropole, kind: publik, url: \"https://{Common}\", label: Métropole }}\n  - {{ key: voisin, kind: publik, url: \"https://voisin.example.org\", label: Voisin }}\neServices: {{ portal: metropole, shared: [signaler], featured: [signaler] }}\nfiches: [F1341]\nzones:\n", StringComparison.Ordinal)
        + """

        -- fiches/F1341.json --
        {"id":"F1341","title":"Carte d’identité d’un majeur","kind":"Fiche pratique","address":"https://www.service-public.fr/F1341","theme":"Papiers","content":[{"is":"p","text":[{"is":"t","text":"Au guichet."}]}]}
        -- fiches/F1050.json --
        {"id":"F1050","title":"Carte grise d’une voiture","kind":"Fiche pratique","address":"https://www.service-public.fr/F1050","theme":"Transports","content":[{"is":"p","text":[{"is":"t","text":"En ligne."}]}]}
        """;

    private readonly string _sheets = Directory.CreateTempSubdirectory("sf-fiches-").FullName;

    private (string Territory, string Vany) _start;
    private int _names;

    internal FakePortals Portals { get; } = new();

    internal CmsHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_sheets, "data", "particuliers")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "F2.json"), """{"id":"F2","children":[{"type":"element","name":"Publication","attributes":{"ID":"F2"},"children":[{"type":"element","name":"dc:title","children":[{"type":"text","text":"Livret de famille"}]}]}]}""");
        Host = await CmsHost.StartAsync(Territory, CmsRole.All, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IPortalTransport>(Portals));
            services.Replace(ServiceDescriptor.Singleton<ILinkProbe>(Portals));
        }, null, "--Cms:Sheets=" + _sheets);
        _start = await Host.InDatabaseAsync(async d => (await d.Territories.Select(t => t.Text).SingleAsync(), await d.Sites.Where(s => s.Key == "vany").Select(s => s.Text).SingleAsync()));
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(_sheets, recursive: true);
    }

    /// <summary>An account's name that no test had before.</summary>
    internal string NewName(string name) => name + Interlocked.Increment(ref _names).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The settings and the portal's catalogue as at the start.</summary>
    internal async Task ResetAsync()
    {
        Portals.Publik(Common, ("signaler", "Signaler une anomalie"), ("encombrants", "Faire enlever des encombrants"), ("bacs", "Demander un bac"));
        await Host.InDatabaseAsync(async d =>
        {
            await d.Catalogues.ExecuteDeleteAsync();
            await d.Links.ExecuteDeleteAsync();
            await d.Territories.ExecuteUpdateAsync(t => t.SetProperty(x => x.Text, _start.Territory).SetProperty(x => x.Version, x => x.Version + 1));
            await d.Sites.Where(s => s.Key == "vany").ExecuteUpdateAsync(s => s.SetProperty(x => x.Text, _start.Vany).SetProperty(x => x.Version, x => x.Version + 1));
            d.Outbox.Add(new OutboxEntry { At = Host.Clock.GetCurrentInstant(), Subject = "Essai", PersonName = "Essai", Paths = "territory.yaml\nvany/site.yaml" });
            return await d.SaveChangesAsync();
        });
        await AskAsync();
    }

    /// <summary>Changes a public text as if somebody had published it.</summary>
    internal Task WriteLiveAsync(string path, Func<string, string> change) => Host.InDatabaseAsync(async d =>
    {
        var item = await d.Items.SingleAsync(i => i.LivePath == path);
        item.LiveText = change(item.LiveText!);
        d.Outbox.Add(new OutboxEntry { At = Host.Clock.GetCurrentInstant(), Subject = "Essai", PersonName = "Essai", Paths = path });
        return await d.SaveChangesAsync();
    });

    internal Task AskAsync() => Host.Application.Services.GetRequiredService<CatalogueRefresh>().RunAsync(Duration.Zero, "metropole", CancellationToken.None);
}
