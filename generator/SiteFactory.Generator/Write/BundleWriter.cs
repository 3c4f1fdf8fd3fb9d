using System.Runtime.InteropServices;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Generator.Plan;
using SiteFactory.Search;

namespace SiteFactory.Generator.Write;

/// <summary>Writes a bundle that changed: of its many files only those that the release before did not have.</summary>
internal sealed class BundleWriter(BundleOutput bundle, ReleaseDraft draft, OutputWriter output)
{
    public ManifestEntry Write()
    {
        var files = bundle.Files();
        var contents = new Fingerprint[files.Count];
        Parallel.For(0, files.Count, i => contents[i] = Fingerprint.Of(files[i].Content));
        var kept = Kept(files, contents);
        foreach (var folder in files.Select(f => Path.GetDirectoryName(f.Path)!).Distinct())
            Directory.CreateDirectory(Path.Combine(draft.Folder, bundle.Path, folder));
        var written = new BundleFile[files.Count];
        Parallel.For(0, files.Count, i => written[i] = kept.TryGetValue(files[i].Path, out var same) && draft.KeepFile(bundle.Path, same)
            ? same
            : new(files[i].Path, contents[i], Save(files[i])));
        return new(bundle.Inputs, files.Sum(f => (long)f.Content.Length), CompressedForms.None, null, ImmutableCollectionsMarshal.AsImmutableArray(written));
    }

    /// <summary>The files that stay as they are; the others' names are free afterwards.</summary>
    private Dictionary<string, BundleFile> Kept(IReadOnlyList<SearchFile> files, Fingerprint[] contents)
    {
        var before = draft.Before(bundle)?.Bundle ?? [];
        var wanted = Enumerable.Range(0, files.Count).ToDictionary(i => files[i].Path, i => contents[i]);
        var kept = before.Where(f => wanted.TryGetValue(f.Name, out var content) && content == f.Content).ToDictionary(f => f.Name);
        foreach (var gone in before.Where(f => !kept.ContainsKey(f.Name)))
            draft.RemoveFile(bundle.Path, gone);
        return kept;
    }

    private CompressedForms Save(SearchFile file) =>
        output.Save(Path.Combine(draft.Folder, bundle.Path, file.Path), bundle.Path + file.Path, file.Content);
}
