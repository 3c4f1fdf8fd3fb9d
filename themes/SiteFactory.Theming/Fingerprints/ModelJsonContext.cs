using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SiteFactory.Theming.Everyday;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Pictures;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Theming.Fingerprints;

/// <summary>The JSON of every model that a theme or a directive can see; written to be fingerprinted, never read.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(PageHead))]
[JsonSerializable(typeof(SiteShell))]
[JsonSerializable(typeof(ContactModel))]
[JsonSerializable(typeof(PictureModel))]
[JsonSerializable(typeof(FileLink))]
[JsonSerializable(typeof(WasteModel))]
[JsonSerializable(typeof(MenusModel))]
[JsonSerializable(typeof(WorksModel))]
[JsonSerializable(typeof(JobsModel))]
[JsonSerializable(typeof(RoomsModel))]
[JsonSerializable(typeof(ServiceCard))]
[JsonSerializable(typeof(TrackingModel))]
[JsonSerializable(typeof(ImmutableArray<ServiceCard>))]
[JsonSerializable(typeof(DirectoryCard))]
[JsonSerializable(typeof(ImmutableArray<NewsCard>))]
[JsonSerializable(typeof(ImmutableArray<EventCard>))]
[JsonSerializable(typeof(ImmutableArray<DirectoryCard>))]
[JsonSerializable(typeof(ImmutableArray<DocumentCard>))]
[JsonSerializable(typeof(HomeMain))]
[JsonSerializable(typeof(ContentMain))]
[JsonSerializable(typeof(NewsListMain))]
[JsonSerializable(typeof(NewsMain))]
[JsonSerializable(typeof(AgendaMain))]
[JsonSerializable(typeof(EventMain))]
[JsonSerializable(typeof(DirectoryMain))]
[JsonSerializable(typeof(DirectoryEntryMain))]
[JsonSerializable(typeof(DocumentsMain))]
[JsonSerializable(typeof(DocumentMain))]
[JsonSerializable(typeof(ServicesMain))]
[JsonSerializable(typeof(SheetsMain))]
[JsonSerializable(typeof(SheetMain))]
[JsonSerializable(typeof(ServiceMain))]
[JsonSerializable(typeof(TrackingMain))]
[JsonSerializable(typeof(HomeScreenMain))]
[JsonSerializable(typeof(MapMain))]
[JsonSerializable(typeof(SearchMain))]
[JsonSerializable(typeof(SiteMapMain))]
[JsonSerializable(typeof(AccessibilityMain))]
[JsonSerializable(typeof(LegalMain))]
[JsonSerializable(typeof(PrivacyMain))]
[JsonSerializable(typeof(ContactMain))]
[JsonSerializable(typeof(NotFoundMain))]
[JsonSerializable(typeof(OfflineMain))]
public sealed partial class ModelJsonContext : JsonSerializerContext;
