using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Components;
using SiteFactory.Themes.Territoire.Pages;
using SiteFactory.Themes.Territoire.Pages.Agenda;
using SiteFactory.Themes.Territoire.Pages.Contact;
using SiteFactory.Themes.Territoire.Pages.Content;
using SiteFactory.Themes.Territoire.Pages.Directory;
using SiteFactory.Themes.Territoire.Pages.Documents;
using SiteFactory.Themes.Territoire.Pages.Errors;
using SiteFactory.Themes.Territoire.Pages.Home;
using SiteFactory.Themes.Territoire.Pages.Legal;
using SiteFactory.Themes.Territoire.Pages.Map;
using SiteFactory.Themes.Territoire.Pages.News;
using SiteFactory.Themes.Territoire.Pages.Search;
using SiteFactory.Themes.Territoire.Pages.Services;
using SiteFactory.Themes.Territoire.Pages.Sheets;
using SiteFactory.Themes.Territoire.Pages.SiteMap;
using SiteFactory.Themes.Territoire.Shared;
using SiteFactory.Themes.Territoire.Shell;
using SiteFactory.Theming;
using SiteFactory.Theming.Brand;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Themes.Territoire;

/// <summary>The first theme: the territorial brand, declined for each commune.</summary>
public sealed class TerritoireTheme : ITheme
{
    /// <inheritdoc/>
    public string Key => "territoire";

    /// <inheritdoc/>
    public ImmutableArray<ThemeAsset> Assets { get; } = EmbeddedAssets.Load();

    /// <inheritdoc/>
    public string StylesheetFor(BrandTokens brand) => BrandStylesheet.For(brand);

    /// <inheritdoc/>
    public RenderFragment Head(PageHead head, SiteShell shell) => builder =>
    {
        builder.OpenComponent<HeadPart>(0);
        builder.AddComponentParameter(1, nameof(HeadPart.Head), head);
        builder.AddComponentParameter(2, nameof(HeadPart.Shell), shell);
        builder.CloseComponent();
    };

    /// <inheritdoc/>
    public RenderFragment Header(SiteShell shell, string? section) => builder =>
    {
        builder.OpenComponent<HeaderPart>(0);
        builder.AddComponentParameter(1, nameof(HeaderPart.Shell), shell);
        builder.AddComponentParameter(2, nameof(HeaderPart.Section), section);
        builder.CloseComponent();
    };

    /// <inheritdoc/>
    public RenderFragment Main(PageMain main) => main switch
    {
        HomeMain model => Page<HomePage, HomeMain>(model),
        ContentMain model => Page<ContentPage, ContentMain>(model),
        NewsListMain model => Page<NewsListPage, NewsListMain>(model),
        NewsMain model => Page<NewsPage, NewsMain>(model),
        AgendaMain model => Page<AgendaPage, AgendaMain>(model),
        EventMain model => Page<EventPage, EventMain>(model),
        DirectoryMain model => Page<DirectoryPage, DirectoryMain>(model),
        DirectoryEntryMain model => Page<DirectoryEntryPage, DirectoryEntryMain>(model),
        DocumentsMain model => Page<DocumentsPage, DocumentsMain>(model),
        DocumentMain model => Page<DocumentPage, DocumentMain>(model),
        ServicesMain model => Page<ServicesPage, ServicesMain>(model),
        SheetsMain model => Page<SheetsPage, SheetsMain>(model),
        SheetMain model => Page<SheetPage, SheetMain>(model),
        ServiceMain model => Page<ServicePage, ServiceMain>(model),
        TrackingMain model => Page<TrackingPage, TrackingMain>(model),
        HomeScreenMain model => Page<HomeScreenPage, HomeScreenMain>(model),
        MapMain model => Page<MapPage, MapMain>(model),
        SearchMain model => Page<SearchPage, SearchMain>(model),
        SiteMapMain model => Page<SiteMapPage, SiteMapMain>(model),
        AccessibilityMain model => Page<AccessibilityPage, AccessibilityMain>(model),
        LegalMain model => Page<LegalPage, LegalMain>(model),
        PrivacyMain model => Page<PrivacyPage, PrivacyMain>(model),
        ContactMain model => Page<ContactPage, ContactMain>(model),
        NotFoundMain model => Page<NotFoundPage, NotFoundMain>(model),
        OfflineMain model => Page<OfflinePage, OfflineMain>(model),
        _ => throw new NotSupportedException($"The theme has no page for {main.GetType().Name}."),
    };

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ServiceIcon(ServiceCard service, BrandTokens brand) => ServiceIcons.Of(service, brand);

    /// <inheritdoc/>
    public RenderFragment Footer(SiteShell shell) => builder =>
    {
        builder.OpenComponent<FooterPart>(0);
        builder.AddComponentParameter(1, nameof(FooterPart.Shell), shell);
        builder.CloseComponent();
    };

    private static RenderFragment Page<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent, TModel>(TModel model)
        where TComponent : PageComponent<TModel>
        where TModel : PageMain => builder =>
    {
        builder.OpenComponent(0, typeof(TComponent));
        builder.AddComponentParameter(1, nameof(PageComponent<>.Model), model);
        builder.CloseComponent();
    };
}
