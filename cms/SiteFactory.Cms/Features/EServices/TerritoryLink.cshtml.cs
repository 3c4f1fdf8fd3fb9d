using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>A link that the territory declares for all its communes, or its words about a service of its portal.</summary>
[TerritoryAccess(TerritoryRole.Communication)]
public sealed class TerritoryLinkModel(TerritoryPictures pictures, SettingsStore settings, LinkCheck check, TerritoryReading reading) : LinkPage(check)
{
    private IReadOnlyList<string> _users = [];

    /// <inheritdoc/>
    public override string ListAddress => "/territoire/demarches";

    /// <inheritdoc/>
    public override bool IsOfTerritory => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Users => _users;

    /// <inheritdoc/>
    protected override async Task<LinkGround> ReadAsync(string? key, CancellationToken cancellation)
    {
        var picture = await pictures.LookAsync(cancellation);
        _users = key is null ? [] : [.. picture.Naming(key).Select(s => s.Name)];
        var entries = picture.Territory.EServices.Services;
        return new(
            picture.Version,
            entries,
            picture.Services,
            picture.Plain,
            // What a commune calls its own stays its own.
            picture.Services.Select(s => s.Key).Concat(entries.Select(e => e.Key)).Concat(picture.Sites.SelectMany(s => s.EServices.Services).Select(e => e.Key)).ToHashSet(StringComparer.Ordinal),
            await OfficesAsync(picture.Metropole, cancellation));
    }

    /// <inheritdoc/>
    protected override Task<SettingsResult> WriteAsync(string action, EServiceEntry entry, bool isNew, CancellationToken cancellation) =>
        settings.SaveAsync(Version, action, (Territory t) => t with { EServices = t.EServices with { Services = LinkGround.With(t.EServices.Services, entry) } }, cancellation);

    /// <inheritdoc/>
    protected override Task<SettingsResult> RemoveAsync(string action, EServiceEntry entry, CancellationToken cancellation)
    {
        var isLink = entry.Kind != EServiceKind.Portal;
        return settings.SaveAsync(Version, action, (Territory t) => t with
        {
            EServices = t.EServices with
            {
                Services = LinkGround.Without(t.EServices.Services, entry.Key),
                Featured = isLink ? t.EServices.Featured.Remove(entry.Key) : t.EServices.Featured,
            },
        }, cancellation);
    }

    /// <summary>Entries of the métropole's directory, as every site can name them.</summary>
    private async Task<IReadOnlyList<SelectListItem>> OfficesAsync(Site? metropole, CancellationToken cancellation)
    {
        if (metropole is null)
            return [];
        var directory = (await reading.NowAsync(cancellation)).Snapshot?.Sites.GetValueOrDefault(metropole.Key)?.Directory ?? [];
        return [.. directory.OrderBy(d => d.Title, StringComparer.Ordinal).Select(d => new SelectListItem(d.Title, $"{metropole.Key}/{d.Key}"))];
    }
}
