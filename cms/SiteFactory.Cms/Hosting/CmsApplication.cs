using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Assets;
using SiteFactory.Cms.Backups;
using SiteFactory.Cms.Catalogues;
using SiteFactory.Cms.Citizens;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Delivery;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Editor;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Library;
using SiteFactory.Cms.Features.Preview;
using SiteFactory.Cms.Features.Publications;
using SiteFactory.Cms.Features.Sharing;
using SiteFactory.Cms.Import;
using SiteFactory.Cms.Media;
using SiteFactory.Cms.Publishing;
using SiteFactory.Generator.Preview;
using SiteFactory.Portal;

namespace SiteFactory.Cms.Hosting;

/// <summary>The application's parts and the order in which a request meets them.</summary>
public static class CmsApplication
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>Puts the application together; nothing is started.</summary>
    /// <param name="configure">Last word on services, for tests.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(CmsApplication).Assembly.GetName().Name });
        var options = builder.Configuration.GetSection(CmsOptions.Section).Get<CmsOptions>() ?? new();
        builder.AddRequestLimits(options);
        if (builder.Configuration["urls"] is null)
            builder.WebHost.UseUrls(DefaultUrl);
        builder.AddObservability(options);
        AddServices(builder, options);
        configure?.Invoke(builder);
        var application = builder.Build();
        Use(application);
        return application;
    }

    private static void AddServices(WebApplicationBuilder builder, CmsOptions options)
    {
        var services = builder.Services;
        services.Configure<CmsOptions>(builder.Configuration.GetSection(CmsOptions.Section));
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddDbContext<CmsDbContext>((provider, database) => DatabaseSetup.Use(database, provider.GetRequiredService<IOptions<CmsOptions>>().Value));
        services.AddDataProtection().SetApplicationName("SiteFactory");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, DatabaseKeys>();
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All));
        services.AddPeople();
        services.AddAccess();
        services.AddEditing();
        services.AddDelivery();
        services.AddCatalogues(options);
        services.AddContentScreens();
        services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddMvcOptions(FrenchBinding.Configure);
        services.AddCitizenPortal(builder.Configuration);
        services.AddPublishing(options);
        services.AddBackups(options);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.AddAntiforgery(token => token.Cookie.Name = "sf-jeton");
    }

    private static void Use(WebApplication application)
    {
        application.UseForwardedHeaders();
        application.UseMiddleware<Health>();
        var settings = application.Services.GetRequiredService<IOptions<CmsOptions>>().Value;
        // A worker answers nobody else.
        if (settings.Role == CmsRole.Worker)
            return;
        if (settings.Address.StartsWith("https:", StringComparison.Ordinal))
            application.UseHsts();
        application.UseMiddleware<PublicSitesMiddleware>();
        // Outside of what sets headers: what fails is answered with none of those that stood there.
        application.UseExceptionHandler("/erreur/500");
        application.UseMiddleware<BackOfficeHeaders>();
        application.UseStatusCodePagesWithReExecute("/erreur/{0}");
        application.UseRateLimiter();
        application.UseRouting();
        application.UsePortalHosts();
        application.UseMiddleware<OneConnection>();
        application.UseAuthentication();
        application.UseMiddleware<AccessMiddleware>();
        application.MapRazorPages();
        application.MapAssets();
        application.MapCitizenPortal();
        application.MapDelivery();
        application.MapEditor();
        application.MapLibrary();
        application.MapPreviews();
        application.MapProgress();
    }

    private static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<CurrentPerson>();
        services.AddScoped<CurrentSite>();
    }

    private static void AddBackups(this IServiceCollection services, CmsOptions options)
    {
        services.AddScoped<Backup>();
        services.AddScoped<Restore>();
        if (options.Database == DatabaseKind.PostgreSql)
            services.AddScoped<IDatabaseDump, PostgreSqlDump>();
        else
            services.AddScoped<IDatabaseDump, SqliteDump>();
    }

    private static void AddEditing(this IServiceCollection services)
    {
        services.AddScoped<TerritoryTime>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<TownHallHours>();
        services.AddScoped<ItemStore>();
        services.AddScoped<LinkSearch>();
        services.AddScoped<LibraryFiles>();
        services.AddSingleton<PagePreviewer>();
        services.AddScoped<PreviewPages>();
        services.AddScoped<PreviewLinks>();
        services.AddScoped<SettingsStore>();
        services.AddSingleton<KnownSettings>();
        services.AddScoped<Overlays>();
        services.AddScoped<Offers>();
        services.AddScoped<Proposals>();
        services.AddScoped<FolderImport>();
        services.AddMedia();
        services.AddScoped<FolderExport>();
        services.AddScoped<BuildHistory>();
        services.AddScoped<PublicationStatus>();
        services.AddScoped<Rollbacks>();
    }
}
