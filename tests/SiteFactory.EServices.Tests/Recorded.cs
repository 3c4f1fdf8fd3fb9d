namespace SiteFactory.EServices.Tests;

/// <summary>Answers as the protocols document them.</summary>
internal static class Recorded
{
    public static ReadOnlyMemory<byte> Answer(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Recorded", name));
}
