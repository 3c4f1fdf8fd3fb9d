using System.Globalization;

namespace SiteFactory.Cms.Hosting;

/// <summary>The program: sets the application up, prepares the database, and serves until it is stopped.</summary>
public static class CmsProgram
{
    /// <summary>Everything went well.</summary>
    private const int Done = 0;

    /// <summary>Runs.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        // Numbers and dates follow no machine: what people read is formatted in French where it is written.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
        var application = CmsApplication.Build(args);
        await using (application)
        {
            await FirstStart.PrepareAsync(application.Services, application.Lifetime.ApplicationStopping);
            await application.RunAsync();
        }
        return Done;
    }
}
