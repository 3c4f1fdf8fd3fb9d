namespace SiteFactory.Generator.Crasher;

/// <summary>A line a step.</summary>
internal sealed class Lines : IProgress<BuildProgress>
{
    public void Report(BuildProgress value) => Console.WriteLine("step");
}
