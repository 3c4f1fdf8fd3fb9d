using System.Text;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Generator.Plan.Models;
using SiteFactory.Generator.Render.Feeds;
using SiteFactory.Theming.Brand;
using SiteFactory.Theming.Shell;
using SiteFactory.Widgets;

namespace SiteFactory.Generator.Plan.Feeds;

/// <summary>The files of démarches: one manifest and one icon a service, and the list that widgets on other sites read.</summary>
internal sealed class ServiceFilePlanner(SiteScope site, SiteShell shell, BrandTokens brand)
{
    public IEnumerable<PlannedOutput> Plan() =>
    [
        .. site.Services.All.SelectMany(One),
        DataOutput.Of(Addresses.ServiceList[1..], ServiceList.Of(List())),
        DataOutput.Of(Addresses.Elements[1..], Encoding.UTF8.GetBytes(WidgetAssets.Elements)),
        DataOutput.Of(Addresses.ElementsDemo[1..], Encoding.UTF8.GetBytes(Demo())),
    ];

    private string Demo() => WidgetAssets.ElementsDemo
        .Replace("__SITE__", site.Site.BaseUrl, StringComparison.Ordinal)
        .Replace("__SERVICE__", (site.Services.Featured.FirstOrDefault() ?? site.Services.All.FirstOrDefault())?.Service.Key ?? "contact", StringComparison.Ordinal);


    private IEnumerable<DataOutput> One(ServiceEntry entry)
    {
        var key = entry.Service.Key;
        var page = Addresses.Service(key);
        var icon = Addresses.ServiceIcon(key);
        yield return new(icon[1..], Fingerprint.Combine(site.Territory.Settings.Code, Fingerprint.Of(string.Join('\u001f', entry.Card.Title, entry.Card.Icon, brand.ToString()))), () => site.Territory.Settings.Theme.ServiceIcon(entry.Card, brand));
        yield return DataOutput.Of(Addresses.ServiceManifest(key)[1..], WebManifest.Of(new(
            $"{entry.Card.Title} – {site.Site.Name}",
            ShortName(entry.Card.Title),
            entry.Card.Description,
            shell.ThemeColor,
            "#ffffff",
            [new(icon, "any", "image/svg+xml", "any"), new(icon, "any", "image/svg+xml", "maskable")],
            [])
        {
            Start = page,
        }));
    }

    // What fits under an icon: whole words, some twelve characters.
    private static string ShortName(string title)
    {
        const int Fits = 14;
        if (title.Length <= Fits)
            return title;
        var space = title.LastIndexOf(' ', Fits);
        return space > 4 ? title[..space] : title[..Fits];
    }

    private ServiceListInfo List() => new(
        site.Site.Name,
        site.Site.Insee,
        site.Absolute(Addresses.Services),
        site.Services.Doors.FirstOrDefault(),
        [.. site.Services.All.Select(e => new ServiceListEntry(e.Card, e.Service.Words.Category, site.Absolute(e.Card.Href), e.Service.Words.LifeEvents))]);
}
