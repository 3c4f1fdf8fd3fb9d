using System.Globalization;
using SiteFactory.Cms.Commands;

namespace SiteFactory.Cms.Hosting;

/// <summary>The program.</summary>
public static class CmsProgram
{
    /// <summary>Runs.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        // Numbers and dates follow no machine: what people read is formatted in French where it is written.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        ServeWhileBuilding();
        return CmsCommandLine.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
    }

    // A build occupies as many threads as there are processors, which is all that the pool has at first: it adds one every half second
    // when it notices that somebody waits. Screens would wait for that.
    private static void ServeWhileBuilding()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, 3 * Environment.ProcessorCount), ports);
    }
}
