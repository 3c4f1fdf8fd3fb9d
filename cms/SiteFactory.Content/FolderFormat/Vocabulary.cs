using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat;

/// <summary>The closed lists of words of the content format.</summary>
internal static class Vocabulary
{
    public static readonly EnumTable<SiteKind> SiteKinds = new(("commune", SiteKind.Commune), ("metropole", SiteKind.Metropole));

    public static readonly EnumTable<PublicationStatus> Statuses = new(
        ("draft", PublicationStatus.Draft), ("review", PublicationStatus.Review), ("published", PublicationStatus.Published));

    public static readonly EnumTable<ContentKind> Kinds = new(
        ("page", ContentKind.Page), ("news", ContentKind.News), ("event", ContentKind.Event),
        ("directory", ContentKind.Directory), ("document", ContentKind.Document), ("alert", ContentKind.Alert));

    public static readonly EnumTable<PageTemplate> Templates = new(("standard", PageTemplate.Standard), ("landing", PageTemplate.Landing));

    public static readonly EnumTable<EventStatus> EventStatuses = new(
        ("scheduled", EventStatus.Scheduled), ("full", EventStatus.Full),
        ("postponed", EventStatus.Postponed), ("cancelled", EventStatus.Cancelled));

    public static readonly EnumTable<DirectoryEntryType> Entries = new(
        ("facility", DirectoryEntryType.Facility), ("service", DirectoryEntryType.Service),
        ("association", DirectoryEntryType.Association), ("business", DirectoryEntryType.Business),
        ("person", DirectoryEntryType.Person));

    public static readonly EnumTable<DocumentType> Documents = new(
        ("deliberation", DocumentType.Deliberation), ("deliberations-list", DocumentType.DeliberationsList),
        ("minutes", DocumentType.Minutes), ("order", DocumentType.Order), ("budget", DocumentType.Budget),
        ("bulletin", DocumentType.Bulletin), ("other", DocumentType.Other));

    public static readonly EnumTable<AlertSeverity> Severities = new(
        ("info", AlertSeverity.Info), ("warning", AlertSeverity.Warning), ("danger", AlertSeverity.Danger));

    public static readonly EnumTable<SyndicationMode> Modes = new(
        ("auto", SyndicationMode.Auto), ("review", SyndicationMode.Review), ("never", SyndicationMode.Never));

    public static readonly EnumTable<EServiceModel> EServiceModels = new(
        ("shared", EServiceModel.Shared), ("own", EServiceModel.Own), ("hybrid", EServiceModel.Hybrid));

    public static readonly EnumTable<EServiceKind> EServiceKinds = new(
        ("portal", EServiceKind.Portal), ("link", EServiceKind.Link),
        ("payfip", EServiceKind.PayFip), ("demarches-simplifiees", EServiceKind.DemarchesSimplifiees));

    public static readonly EnumTable<EServiceAccess> EServiceAccesses = new(
        ("online", EServiceAccess.Online), ("signIn", EServiceAccess.SignIn), ("paper", EServiceAccess.Paper));

    public static readonly EnumTable<EServiceHandler> EServiceHandlers = new(
        ("commune", EServiceHandler.Commune), ("territory", EServiceHandler.Territory),
        ("either", EServiceHandler.Either), ("other", EServiceHandler.Other));

    public static readonly EnumTable<OverlayDecision> Decisions = new(
        ("accepted", OverlayDecision.Accepted), ("refused", OverlayDecision.Refused));

    /// <summary>What <c>brand.locked</c> may name.</summary>
    public static readonly string[] Lockable = ["primary", "accent", "logo", "hero"];

    /// <summary>What a portal may speak.</summary>
    public static readonly string[] PortalKinds = ["publik", "open311", "links", "box"];
}
