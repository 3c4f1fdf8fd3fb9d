using System.Collections.Immutable;
using SiteFactory.Content.Sheets;

namespace SiteFactory.Generator.Write.Sheets;

/// <summary>Keeps a territory's folder of sheets: those given are in it, and no others.</summary>
public static class SheetFolder
{
    /// <summary>Writes what changed and removes what is no longer there. A file gets its name when it is whole.</summary>
    /// <param name="keep">Ids whose files stay as they are: the source does not have them.</param>
    public static SheetFolderChange Write(string contentFolder, IReadOnlyCollection<Sheet> sheets, IReadOnlySet<string> keep)
    {
        var folder = Path.Combine(contentFolder, SheetReferences.Folder);
        Directory.CreateDirectory(folder);
        var wanted = sheets.Select(s => s.Id).Concat(keep).ToHashSet(StringComparer.Ordinal);
        var removed = Directory.EnumerateFiles(folder, "*.json").Where(f => !wanted.Contains(Path.GetFileNameWithoutExtension(f))).ToImmutableArray();
        foreach (var file in removed)
            File.Delete(file);
        var written = sheets.Count(sheet => Write(folder, sheet));
        return new(written, sheets.Count - written, [.. removed.Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)]);
    }

    private static bool Write(string folder, Sheet sheet)
    {
        var path = Path.Combine(folder, sheet.Id + ".json");
        var text = SheetJson.Write(sheet);
        if (File.Exists(path) && File.ReadAllText(path) == text)
            return false;
        var unfinished = Path.Combine(folder, "." + sheet.Id + ".new");
        File.WriteAllText(unfinished, text);
        File.Move(unfinished, path, overwrite: true);
        return true;
    }
}

/// <summary>What became of the folder.</summary>
public sealed record SheetFolderChange(int Written, int Unchanged, ImmutableArray<string> Removed);
