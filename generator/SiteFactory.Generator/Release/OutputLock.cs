namespace SiteFactory.Generator.Release;

/// <summary>
/// One build of a site at a time in an output folder, whichever process it is in: another one waits, instead of removing as unfinished
/// what this one is writing. Builds of different sites go on side by side; what they share has a lock of its own, taken after those of
/// sites and for a short time. The kernel lets go of a lock when the process dies, however it dies.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    private const string Server = ".server";
    private const string Pictures = ".pictures";

    private readonly Stack<int> _descriptors = new();

    private OutputLock()
    {
    }

    /// <summary>Waits for the turn at one site, or at the territory's tree.</summary>
    public static OutputLock Take(string outputFolder, string domain) => Take(outputFolder, [domain]);

    /// <summary>Waits for the turn at several sites. Everybody takes them in the same order, so that nobody waits in a circle.</summary>
    public static OutputLock Take(string outputFolder, IEnumerable<string> domains)
    {
        var taken = new OutputLock();
        foreach (var domain in domains.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            taken._descriptors.Push(Posix.LockFolder(FolderOf(outputFolder, domain)));
        return taken;
    }

    /// <summary>The turn at one site, if nobody has it; otherwise null.</summary>
    public static OutputLock? TryTake(string outputFolder, string domain) => Only(Posix.TryLockFolder(FolderOf(outputFolder, domain)));

    /// <summary>Waits for the turn at what servers are told of all sites.</summary>
    public static OutputLock TakeServer(string outputFolder) => Take(outputFolder, Server);

    /// <summary>Keeps the made pictures from being tidied up; several may have it at once.</summary>
    public static OutputLock UsePictures(string outputFolder) => Only(Posix.LockFolder(FolderOf(outputFolder, Pictures), shared: true))!;

    /// <summary>The turn to tidy the made pictures up, if nobody uses them; otherwise null.</summary>
    public static OutputLock? TryTidyPictures(string outputFolder) => TryTake(outputFolder, Pictures);

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_descriptors.TryPop(out var descriptor))
            Posix.Close(descriptor);
    }

    private static OutputLock? Only(int? descriptor)
    {
        if (descriptor is null)
            return null;
        var taken = new OutputLock();
        taken._descriptors.Push(descriptor.Value);
        return taken;
    }

    // Never removed: whoever waits at it waits at this very folder.
    private static string FolderOf(string outputFolder, string name) =>
        Directory.CreateDirectory(Path.Combine(outputFolder, ".locks", name)).FullName;
}
