using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Documents;
using SiteFactory.Cms.Features.Doubles;
using SiteFactory.Cms.Features.EServices;
using SiteFactory.Cms.Features.Events;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Health;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Searching;
using SiteFactory.Generator.Check;

namespace SiteFactory.Cms.Hosting;

/// <summary>What the screens of content are made with.</summary>
internal static class ContentScreens
{
    public static void AddContentScreens(this IServiceCollection services)
    {
        services.AddScoped<ContentSearch>();
        services.AddScoped<CouncilSessions>();
        services.AddScoped<DocumentLaw>();
        services.AddScoped<EditContexts>();
        services.AddScoped<EditorServices>();
        services.AddScoped<EverydayChoices>();
        services.AddScoped<EverydayProposals>();
        services.AddScoped<EverydayStore>();
        services.AddScoped<EverydayTools>();
        services.AddScoped<HealthFaults>();
        services.AddScoped<HealthReview>();
        services.AddScoped<LikelyDoubles>();
        services.AddScoped<ListServices>();
        services.AddScoped<NewPlaces>();
        services.AddScoped<PageMoves>();
        services.AddScoped<ServiceHealth>();
        services.AddScoped<ServicePictures>();
        services.AddScoped<SheetRegister>();
        services.AddScoped<ShownPages>();
        services.AddScoped<TerritoryCheck>();
        services.AddScoped<TerritoryPictures>();
        services.AddSingleton<FullCheck>();
        services.AddSingleton<ItemCheck>();
        services.AddSingleton<SheetShelf>();
        services.AddSingleton<PortalFinder>();
        services.AddSingleton<PublicAddresses>();
        services.AddSingleton<SettingsCheck>();
        services.AddSingleton<TerritoryReading>();
    }
}
