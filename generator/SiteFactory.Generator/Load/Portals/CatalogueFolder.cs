using SiteFactory.EServices.Catalogue;

namespace SiteFactory.Generator.Load.Portals;

/// <summary>Catalogues as files of a folder, one a portal: <c>&lt;key&gt;.json</c>.</summary>
public sealed class CatalogueFolder(string folder) : ICatalogueStore
{
    private const int Largest = 8 * 1024 * 1024;

    /// <inheritdoc/>
    public PortalCatalogue? Find(string portal)
    {
        try
        {
            var file = new FileInfo(PathOf(portal));
            return file is { Exists: true, Length: <= Largest } ? CatalogueFile.Read(portal, File.ReadAllBytes(file.FullName)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Written beside and renamed: a reader sees the old copy or the new one. The same bytes are not written again.</summary>
    public void Keep(PortalCatalogue catalogue)
    {
        try
        {
            var path = PathOf(catalogue.Portal);
            var bytes = CatalogueFile.Write(catalogue);
            if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
                return;
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(path + ".tmp", bytes);
            File.Move(path + ".tmp", path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without the copy the next failure of the portal shows fewer services; the build goes on.
        }
    }

    // A portal's key is a slug: it cannot lead out of the folder.
    private string PathOf(string portal) => Path.Join(folder, portal + ".json");
}
