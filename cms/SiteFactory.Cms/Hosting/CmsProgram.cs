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
        return CmsCommandLine.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
    }
}
