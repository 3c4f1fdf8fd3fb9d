namespace SiteFactory.Generator.Release;

/// <summary>
/// One build at a time in an output folder: another one waits, instead of removing as unfinished what this one is writing.
/// The kernel lets go of it when the process dies, however it dies.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    private readonly int _descriptor;

    private OutputLock(int descriptor) => _descriptor = descriptor;

    /// <summary>Waits for its turn.</summary>
    public static OutputLock Take(string outputFolder)
    {
        var folder = Path.Combine(outputFolder, ".releases");
        Directory.CreateDirectory(folder);
        return new(Posix.LockFolder(folder));
    }

    public void Dispose() => Posix.Close(_descriptor);
}
