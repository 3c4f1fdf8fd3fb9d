using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Model;
using SiteFactory.EServices.Routing;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>A link of the site's own, or the site's words about a service of a portal or of the territory.</summary>
[SiteAccess(SiteRight.Manage)]
public sealed class LinkModel(ServicePictures pictures, SettingsStore settings, LinkCheck check, TerritoryReading reading, CurrentSite site) : LinkPage(check)
{
    /// <inheritdoc/>
    public override string ListAddress => $"/s/{site.Key}/demarches";

    /// <inheritdoc/>
    public override bool IsOfTerritory => false;

    /// <inheritdoc/>
    protected override async Task<LinkGround> ReadAsync(string? key, CancellationToken cancellation)
    {
        var picture = await pictures.LookAsync(cancellation);
        var own = picture.Site.EServices;
        var plain = ServiceRouting.For(picture.Territory, picture.Site with { EServices = own with { Chosen = null, Services = [] } }, picture.Catalogues).All;
        var directory = (await reading.NowAsync(cancellation)).Snapshot?.Sites.GetValueOrDefault(site.Key)?.Directory ?? [];
        return new(
            picture.Version,
            own.Services,
            picture.Offered,
            plain,
            picture.Offered.Select(s => s.Key).Concat(own.Services.Select(s => s.Key)).ToHashSet(StringComparer.Ordinal),
            [.. directory.OrderBy(d => d.Title, StringComparer.Ordinal).Select(d => new SelectListItem(d.Title, d.Key))]);
    }

    /// <inheritdoc/>
    protected override Task<SettingsResult> WriteAsync(string action, EServiceEntry entry, bool isNew, CancellationToken cancellation) =>
        settings.SaveAsync(Version, action, s => s with
        {
            EServices = s.EServices with
            {
                Services = LinkGround.With(s.EServices.Services, entry),
                // Who adds a service wants it to be seen.
                Chosen = isNew ? s.EServices.Chosen?.Add(entry.Key) : s.EServices.Chosen,
            },
        }, cancellation);

    /// <inheritdoc/>
    protected override Task<SettingsResult> RemoveAsync(string action, EServiceEntry entry, CancellationToken cancellation)
    {
        var isLink = entry.Kind != EServiceKind.Portal;
        return settings.SaveAsync(Version, action, s => s with
        {
            EServices = s.EServices with
            {
                Services = LinkGround.Without(s.EServices.Services, entry.Key),
                Chosen = isLink ? s.EServices.Chosen?.Remove(entry.Key) : s.EServices.Chosen,
                Featured = isLink ? s.EServices.Featured.Remove(entry.Key) : s.EServices.Featured,
            },
        }, cancellation);
    }
}
