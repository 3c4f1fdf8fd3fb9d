using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Hosting;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Portal.Territory;
using Territory = SiteFactory.Content.Model.Territory;

namespace SiteFactory.Cms.Citizens;

/// <summary>The territory as the portal sees it, read from the database and kept for a short while.</summary>
public sealed class CmsTerritory(IServiceScopeFactory scopes, IClock clock, IOptions<CmsOptions> options) : IPortalTerritory, IDisposable
{
    private static readonly Duration Fresh = Duration.FromSeconds(20);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private (PortalTerritory Territory, Instant ReadAt)? _known;

    /// <inheritdoc/>
    public async ValueTask<PortalTerritory> CurrentAsync(CancellationToken cancellation)
    {
        if (_known is { } known && clock.GetCurrentInstant() - known.ReadAt < Fresh)
            return known.Territory;
        await _reading.WaitAsync(cancellation);
        try
        {
            if (_known is { } meanwhile && clock.GetCurrentInstant() - meanwhile.ReadAt < Fresh)
                return meanwhile.Territory;
            var read = await ReadAsync(cancellation);
            _known = (read, clock.GetCurrentInstant());
            return read;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reading.Dispose();

    private async Task<PortalTerritory> ReadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var text = await database.Territories.AsNoTracking().Select(t => t.Text).SingleOrDefaultAsync(cancellation) ?? "";
        var territory = FormatText.ReadTerritory(text).Value ?? new Territory("SiteFactory", "Europe/Paris", new("#003d7c", "#003d7c", null, []), [], [], [], null);
        var zone = DateTimeZoneProviders.Tzdb[territory.TimeZone];
        var sites = await database.Sites.AsNoTracking().Where(s => s.ClosedAt == null).ToListAsync(cancellation);
        var entries = await database.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Directory && i.LiveText != null && i.DeletedAt == null)
            .Select(i => new { i.SiteKey, i.LivePath, i.LiveText }).ToListAsync(cancellation);
        var read = entries.Select(e => (e.SiteKey, Entry: FormatText.ReadItem(e.LivePath!, e.LiveText!, zone).Value as DirectoryEntry)).Where(e => e.Entry is not null).ToLookup(e => e.SiteKey, e => e.Entry!);
        var contents = sites.Select(s => FormatText.ReadSite(s.Key, s.Text).Value).OfType<Site>()
            .Select(s => SiteContent.Empty(s) with { Directory = [.. read[s.Key]] });
        return SnapshotTerritory.From(new(territory, contents.ToImmutableSortedDictionary(c => c.Site.Key, c => c, StringComparer.Ordinal)), Url);
    }

    /// <summary>Where the public site of a body is: on a developer's machine beside the back office, otherwise at its own domain.</summary>
    private string Url(Site site)
    {
        var address = new Uri(options.Value.Address);
        return address.Host == "localhost" ? new UriBuilder(address) { Host = site.Key + ".localhost" }.Uri.ToString() : site.BaseUrl + "/";
    }
}
