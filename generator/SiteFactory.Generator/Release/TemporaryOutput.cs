namespace SiteFactory.Generator.Release;

/// <summary>An output folder for a build that nobody will be served; it goes with this object.</summary>
public sealed class TemporaryOutput : IDisposable
{
    /// <summary>The folder's path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("sitefactory-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
