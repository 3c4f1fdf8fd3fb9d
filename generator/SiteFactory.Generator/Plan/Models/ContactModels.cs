using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan.Models;

/// <summary>The town hall, from <c>site.yaml</c>; closures come from the directory entry <c>mairie</c> when there is one, and so do hours when the site tells none.</summary>
internal static class ContactModels
{
    public static ContactModel Of(SiteScope site)
    {
        var contact = site.Site.Contact;
        var name = site.IsMetropole ? site.Site.Name : GeneratorTexts.Format("TownHall", site.OfName);
        return new(
            name,
            contact?.Address,
            contact?.PostalCode,
            contact?.City,
            contact?.Phone,
            contact?.Email,
            contact?.Geo is { } geo ? new(geo.Latitude, geo.Longitude) : null,
            HoursModels.Of(Hours(site), Closures(site), site.Territory));
    }

    /// <summary>When the town hall is closed out of its habit.</summary>
    public static ImmutableArray<Closure> Closures(SiteScope site) => TownHall(site)?.Closures ?? [];

    /// <summary>When the town hall is open: one answer on the whole site.</summary>
    public static ImmutableArray<string> Hours(SiteScope site) =>
        site.Site.Contact is { Hours.IsEmpty: false } contact ? contact.Hours : TownHall(site)?.Hours ?? [];

    private static DirectoryEntry? TownHall(SiteScope site) =>
        site.View.Directory.FirstOrDefault(d => d.IsOwn && d.Item.Key == DirectoryEntry.TownHallKey)?.Item;
}
