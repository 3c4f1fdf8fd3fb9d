using NodaTime;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Shared;

/// <summary>Where an item stands, in the words of a list.</summary>
public enum ItemState
{
    Draft,
    Review,
    Live,
    LiveWithDraft,

    /// <summary>It, or changes over it, will go online by themselves.</summary>
    Scheduled,

    /// <summary>Its time on the site is over.</summary>
    Ended,
}

/// <summary>Reads the state off a record.</summary>
public static class ItemStates
{
    /// <summary>Its state at that moment.</summary>
    public static ItemState Of(ItemRecord item, Instant now) => item switch
    {
        { InReview: true } => ItemState.Review,
        { DraftGoesLiveAt: not null } => ItemState.Scheduled,
        { LiveText: not null, PublishAt: { } from } when from > now => ItemState.Scheduled,
        { LiveText: not null, UnpublishAt: { } until } when until <= now => ItemState.Ended,
        _ => Of(item),
    };

    /// <summary>Its state, wherever the clock stands.</summary>
    public static ItemState Of(ItemRecord item) => item switch
    {
        { InReview: true } => ItemState.Review,
        { LiveText: null } => ItemState.Draft,
        { DraftText: not null } => ItemState.LiveWithDraft,
        _ => ItemState.Live,
    };
}

/// <summary>Where the back office edits items.</summary>
public static class ItemAddresses
{
    /// <summary>The part of the address that stands for a kind.</summary>
    public static string Segment(ContentKind kind) => kind switch
    {
        ContentKind.Page => "pages",
        ContentKind.News => "actualites",
        ContentKind.Event => "agenda",
        ContentKind.Directory => "annuaire",
        ContentKind.Document => "documents",
        _ => "alertes",
    };

    /// <summary>The screen that edits the item.</summary>
    public static string Edit(ItemRecord item) => $"/s/{item.SiteKey}/{Segment(item.Kind)}/{item.Id}";
}
