using System.Collections.Immutable;
using SiteFactory.Content.Model;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Plan.Models;

/// <summary>The town hall, from <c>site.yaml</c>; its closures come from the directory entry <c>mairie</c> when there is one.</summary>
internal static class ContactModels
{
    public static ContactModel Of(SiteScope site)
    {
        var contact = site.Site.Contact;
        var name = site.IsMetropole ? site.Site.Name : GeneratorTexts.Format("TownHall", site.OfName);
        if (contact is null)
            return new(name, null, null, null, null, null, null, null);
        return new(
            name,
            contact.Address,
            contact.PostalCode,
            contact.City,
            contact.Phone,
            contact.Email,
            contact.Geo is { } geo ? new(geo.Latitude, geo.Longitude) : null,
            HoursModels.Of(contact.Hours, Closures(site), site.Territory));
    }

    /// <summary>When the town hall is closed out of its habit.</summary>
    public static ImmutableArray<Closure> Closures(SiteScope site) =>
        site.View.Directory.FirstOrDefault(d => d.IsOwn && d.Item.Key == "mairie")?.Item.Closures ?? [];
}
