namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>A folder that goes with this object.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sf-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
