using SiteFactory.Content.Starter;

namespace SiteFactory.Generator.Write.NewSite;

/// <summary>Puts a new site's first files into a content folder, all of them or none.</summary>
public static class NewSiteFolder
{
    /// <summary>Writes the folder; it gets its name in one step, once every file is there. Returns its path.</summary>
    public static string Write(string contentFolder, string key, IEnumerable<StarterFile> files)
    {
        var unfinished = Path.Combine(contentFolder, "." + key + ".new");
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        foreach (var file in files)
        {
            var path = Path.Combine(unfinished, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes.Span);
        }
        var folder = Path.Combine(contentFolder, key);
        Directory.Move(unfinished, folder);
        return folder;
    }
}
