namespace SiteFactory.Generator.Write;

/// <summary>
/// What this process knows of one folder of releases, so that it reads nothing twice. It wrote or checked all of it itself; what
/// another process changes meanwhile is seen by the release's id.
/// </summary>
internal sealed class ReleaseMemory
{
    private readonly HashSet<string> _made = [];
    private string? _id;
    private ReleaseManifest? _manifest;

    /// <summary>The links that were found right.</summary>
    public Check.CheckedLinks Links { get; } = new();

    /// <summary>A second tree of a release, ready to be changed into the next one; null when there is none.</summary>
    public SpareTree? Spare { get; set; }

    /// <summary>The manifest of a complete release, from memory or from the disk; null when it cannot be read.</summary>
    public ReleaseManifest? ManifestOf(string id, Release.ReleaseStore store)
    {
        if (_id != id)
            Remember(id, ReleaseManifest.TryRead(store.ManifestOf(id)));
        return _manifest;
    }

    /// <summary>Whether this process made the release, so that its files are those of its manifest.</summary>
    public bool Made(string id) => _made.Contains(id);

    /// <summary>Notes a release that this process made and serves now.</summary>
    public void Released(string id, ReleaseManifest? manifest)
    {
        _made.Add(id);
        Remember(id, manifest);
    }

    private void Remember(string id, ReleaseManifest? manifest)
    {
        _id = id;
        _manifest = manifest;
    }
}

/// <param name="Of">The release that it is equal to.</param>
/// <param name="Name">Its own, so that a tree that another process left is never taken for it.</param>
internal sealed record SpareTree(string Of, string Name);
