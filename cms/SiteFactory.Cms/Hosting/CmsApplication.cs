using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Assets;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Citizens;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Delivery;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Editor;
using SiteFactory.Cms.Features.Library;
using SiteFactory.Cms.Features.Preview;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Import;
using SiteFactory.Cms.Media;
using SiteFactory.Cms.Publishing;
using SiteFactory.Generator.Preview;
using SiteFactory.Portal;
using SiteFactory.Serving;
using SiteFactory.Themes.Territoire;
using SiteFactory.Theming;

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
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        if (builder.Configuration["urls"] is null)
            builder.WebHost.UseUrls(DefaultUrl);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        AddServices(builder);
        configure?.Invoke(builder);
        var application = builder.Build();
        Use(application);
        return application;
    }

    private static void AddServices(WebApplicationBuilder builder)
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
        services.AddContentScreens();
        services.AddPublishing(builder.Configuration.GetSection(CmsOptions.Section).Get<CmsOptions>()?.Role ?? CmsRole.All);
        services.AddCitizenPortal(builder.Configuration);
        services.AddRazorPages(pages => pages.RootDirectory = "/Features").AddMvcOptions(FrenchBinding.Configure);
        services.AddAntiforgery(token => token.Cookie.Name = "sf-jeton");
    }

    private static void Use(WebApplication application)
    {
        application.UseMiddleware<PublicSitesMiddleware>();
        application.UseMiddleware<BackOfficeHeaders>();
        application.UseStatusCodePagesWithReExecute("/erreur/{0}");
        application.UseExceptionHandler("/erreur/500");
        application.UseRouting();
        application.UsePortalHosts();
        application.UseAuthentication();
        application.UseMiddleware<AccessMiddleware>();
        application.MapRazorPages();
        application.MapAssets();
        application.MapCitizenPortal();
        application.MapDelivery();
        application.MapEditor();
        application.MapLibrary();
        application.MapPreviews();
    }

    private static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<CurrentPerson>();
        services.AddScoped<CurrentSite>();
    }

    private static void AddEditing(this IServiceCollection services)
    {
        services.AddScoped<TerritoryTime>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<ItemStore>();
        services.AddSingleton<TerritoryReading>();
        services.AddScoped<LinkSearch>();
        services.AddScoped<LibraryFiles>();
        services.AddSingleton<PagePreviewer>();
        services.AddScoped<PreviewPages>();
        services.AddScoped<PreviewLinks>();
        services.AddScoped<FolderImport>();
        services.AddMedia();
    }

    private static void AddPublishing(this IServiceCollection services, CmsRole role)
    {
        services.AddSingleton<ITheme, TerritoireTheme>();
        services.AddSingleton<ContentMirror>();
        services.AddSingleton<Publisher>();
        services.AddSingleton<IPublicationSignal>(provider => provider.GetRequiredService<Publisher>());
        if (role != CmsRole.Web)
            services.AddHostedService(provider => provider.GetRequiredService<Publisher>());
        services.AddSingleton(provider => new Generator.Release.BuiltSites(provider.GetRequiredService<IOptions<CmsOptions>>().Value.Output));
        services.AddSingleton(provider => new HostRouter(provider.GetRequiredService<Generator.Release.BuiltSites>(), liveReload: null));
    }
}
