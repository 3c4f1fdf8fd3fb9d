using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Hosting;
using SiteFactory.Cms.PostgreSql;
using SiteFactory.Cms.Sqlite;
using SiteFactory.Generator.Write.Pictures;
using SiteFactory.Portal;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Cms.Citizens;

/// <summary>Puts the portal in the box into the application: settings of the section <c>Portal</c>, host names of its own, the same database.</summary>
public static class PortalSetup
{
    /// <summary>The section of the settings.</summary>
    public const string Section = "Portal";

    private const string DefaultHost = "services.localhost";

    /// <summary>Registers the portal and what it asks of the application.</summary>
    public static void AddCitizenPortal(this IServiceCollection services, IConfiguration configuration)
    {
        var options = Options(configuration);
        services.AddSingleton<IPictureWorker>(_ => new PictureWorker(PictureWorkerOptions.Default));
        services.AddSingleton<IPhotoCleaner, WorkerPhotoCleaner>();
        services.AddSingleton<IPortalTerritory, CmsTerritory>();
        services.AddScoped<AgentsOfSite>();
        services.AddPortal(options, (provider, database) => UseDatabase(database, provider.GetRequiredService<IOptions<CmsOptions>>().Value));
    }

    /// <summary>Maps the portal's routes: open to everybody, on its own host names.</summary>
    public static void MapCitizenPortal(this WebApplication application) =>
        application.MapPortal().WithMetadata(new OpenToAllAttribute());

    /// <summary>Brings the portal's tables to the model of this version.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.MigrateAsync(cancellation);
    }

    private static PortalOptions Options(IConfiguration configuration)
    {
        var options = new PortalOptions();
        var cms = configuration.GetSection(CmsOptions.Section).Get<CmsOptions>() ?? new();
        options.BaseUrl = new UriBuilder(cms.Address) { Host = DefaultHost }.Uri.GetLeftPart(UriPartial.Authority);
        options.Mail.Folder = Path.Combine(cms.Data, "mail");
        configuration.GetSection(Section).Bind(options);
        if (options.Hosts.Count == 0)
            options.Hosts.Add(DefaultHost);
        if (options.Mail is { Host: null or "", Folder: { Length: > 0 } folder })
            Directory.CreateDirectory(folder);
        return options;
    }

    private static void UseDatabase(DbContextOptionsBuilder database, CmsOptions options)
    {
        if (options.Database == DatabaseKind.PostgreSql)
        {
            PortalPostgreSql.Use(database, options.ConnectionString ?? throw new InvalidOperationException("Cms:ConnectionString is missing for PostgreSQL."));
            return;
        }
        PortalSqlite.Use(database, options.ConnectionString ?? $"Data Source={Path.Combine(options.Data, "cms.db")}");
        database.AddInterceptors(SqlitePragmas.Instance);
    }
}
