using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Hosting;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;
using SiteFactory.Portal;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Cms.Features.Works;

/// <summary>Works on a road: told, changed, taken away.</summary>
public sealed class EditModel(EverydayTools tools, PlaceSearch places, PortalOptions portal) : EntryPage<RoadWorksList, RoadWorks, WorksForm>(tools)
{
    /// <inheritdoc/>
    public override TextResource Words => WorksTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/Works/_Fields.cshtml";

    /// <summary>What the address search found; null: it was not asked.</summary>
    public ImmutableArray<PlaceProposal>? Found { get; private set; }

    /// <summary>The map's tiles and their source, the same as on the portal; empty: there is no map.</summary>
    public (string Address, string Source) Tiles => portal.TileOrigin is null ? ("", "") : (portal.TileUrl, portal.TileSource);

    /// <summary>Where the map opens when no point is set: the town hall, or the middle of the territory.</summary>
    public GeoPoint Middle => Context.Site.Contact?.Geo ?? new(49.12, 6.18);

    /// <inheritdoc/>
    protected override EverydayFile<RoadWorksList> Source => EverydayFiles.Works;

    /// <summary>Looks for the address and shows the form with what was found; nothing is saved.</summary>
    public Task<IActionResult> OnPostLocateAsync(CancellationToken cancellation) => AgainAsync(async () =>
    {
        var found = (await places.FindAsync(Typed.Line(Form.Search) ?? Typed.Line(Form.Place) ?? "", Tools.Site.Key, cancellation)).RemoveAll(p => p.Lat is null || p.Lon is null);
        Found = found;
        if (found is [var only])
            (Form.Latitude, Form.Longitude) = (only.Lat!.Value.ToString(CultureInfo.InvariantCulture), only.Lon!.Value.ToString(CultureInfo.InvariantCulture));
    }, cancellation);

    /// <summary>Takes one of the places that were found; nothing is saved.</summary>
    public Task<IActionResult> OnPostPickAsync(string? point, CancellationToken cancellation) => AgainAsync(() =>
    {
        if (point?.Split(' ') is [var north, var east])
            (Form.Latitude, Form.Longitude) = (north, east);
        return Task.CompletedTask;
    }, cancellation);

    /// <inheritdoc/>
    protected override Task PrepareAsync(RoadWorks? before, CancellationToken cancellation)
    {
        if (portal.TileOrigin is { } tiles)
            Response.Headers.ContentSecurityPolicy = BackOfficeHeaders.PolicyWithMap(tiles);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override ImmutableArray<RoadWorks> Entries(RoadWorksList file) => file.Items;

    /// <inheritdoc/>
    protected override RoadWorksList With(RoadWorksList file, ImmutableArray<RoadWorks> entries) => new(entries);

    /// <inheritdoc/>
    protected override string TitleOf(RoadWorks entry) => entry.Title;
}
