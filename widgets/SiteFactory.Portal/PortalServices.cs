using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using NodaTime;
using SiteFactory.Portal.Codes;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Dispatch;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Guard;
using SiteFactory.Portal.Mail;
using SiteFactory.Portal.Pages;
using SiteFactory.Portal.PersonalData;
using SiteFactory.Portal.Requests;
using SiteFactory.Portal.Schedule;
using SiteFactory.Portal.Territory;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal;

/// <summary>Registers the portal.</summary>
public static class PortalServices
{
    /// <summary>
    /// Adds the portal. The host also registers <see cref="IPortalTerritory"/> and <see cref="IPhotoCleaner"/>, and may
    /// register its own <see cref="IPortalMail"/>.
    /// </summary>
    /// <param name="database">Chooses the database: <c>(_, db) => db.UseSqlite(…)</c>.</param>
    /// <exception cref="FormFaultsException">A form of the configured folder cannot be used.</exception>
    public static IServiceCollection AddPortal(this IServiceCollection services, PortalOptions options, Action<IServiceProvider, DbContextOptionsBuilder> database)
    {
        services.AddSingleton(options);
        services.AddSingleton(FormCatalog.Load(options.FormsFolder is { Length: > 0 } folder ? new PhysicalFileProvider(Path.GetFullPath(folder)) : null));
        services.AddDbContext<PortalDbContext>(database);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPortalMail, SmtpMail>();
        services.AddDataProtection();
        services.AddHttpClient();
        services.AddRazorComponents();
        // É stays É in the pages instead of &#xC9;.
        services.AddSingleton(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        AddOwn(services);
        services.AddHostedService<PortalSchedule>();
        return services;
    }

    private static void AddOwn(IServiceCollection services)
    {
        services.AddSingleton<AddressLimiter>();
        services.AddSingleton<PageToken>();
        services.AddSingleton<CodeSeal>();
        services.AddScoped<ApiGate>();
        services.AddScoped<UploadGate>();
        services.AddScoped<UploadStore>();
        services.AddScoped<DraftStore>();
        services.AddScoped<Referential>();
        services.AddScoped<NoticeWriter>();
        services.AddScoped<Outbox>();
        services.AddScoped<Submission>();
        services.AddScoped<RequestViews>();
        services.AddScoped<FollowUp>();
        services.AddScoped(s => new AgentDesk(
            s.GetRequiredService<PortalDbContext>(), s.GetRequiredService<IPortalTerritory>(), s.GetRequiredService<RequestViews>(), s.GetRequiredService<UploadStore>()));
        services.AddScoped<AgentActions>();
        services.AddScoped<ConsultationDesk>();
        services.AddScoped<DeskReports>();
        services.AddScoped<Eraser>();
        services.AddScoped<Purge>();
        services.AddScoped<PersonalDataDesk>();
        services.AddScoped<PlaceSearch>();
        services.AddScoped<PageScope>();
    }
}
