using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.EServices;
using SiteFactory.EServices.Catalogue;

namespace SiteFactory.Cms.Catalogues;

/// <summary>The last good copies of the portals' catalogues as the database has them, held for builds, previews and checks of this process.</summary>
public sealed class KnownCatalogues : ICatalogueStore
{
    private volatile IReadOnlyDictionary<string, (string Text, PortalCatalogue Catalogue)> _known = new Dictionary<string, (string, PortalCatalogue)>(StringComparer.Ordinal);

    private long _version;

    /// <summary>All of them.</summary>
    public PortalCatalogues Current => PortalCatalogues.From(_known.Values.Select(k => k.Catalogue));

    /// <summary>Another number than before: some catalogue is another one.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Reads them again.</summary>
    public async Task LoadAsync(CmsDbContext database, CancellationToken cancellation)
    {
        var rows = await database.Catalogues.AsNoTracking().Where(c => c.Text != null).ToListAsync(cancellation);
        var before = _known;
        var known = new Dictionary<string, (string, PortalCatalogue)>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (before.TryGetValue(row.Portal, out var same) && same.Text == row.Text)
                known[row.Portal] = same;
            else if (Of(row) is { } catalogue)
                known[row.Portal] = (row.Text!, catalogue);
        }
        _known = known;
        if (known.Count != before.Count || known.Any(k => !before.TryGetValue(k.Key, out var old) || old.Text != k.Value.Item1))
            Interlocked.Increment(ref _version);
    }

    /// <summary>The catalogue of a row; null when it never had one.</summary>
    public static PortalCatalogue? Of(CatalogueRecord row) =>
        row.Text is { } text ? CatalogueFile.Read(row.Portal, System.Text.Encoding.UTF8.GetBytes(text)) : null;

    /// <inheritdoc/>
    public PortalCatalogue? Find(string portal) => _known.TryGetValue(portal, out var known) ? known.Catalogue : null;

    /// <summary>Builds ask nobody, and so have nothing to keep: <see cref="CatalogueRefresh"/> writes to the database.</summary>
    public void Keep(PortalCatalogue catalogue)
    {
    }
}
