using System.Collections.Immutable;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;

namespace SiteFactory.Cms.Features.Items;

/// <summary>What the forms of all kinds ask.</summary>
public abstract class ItemForm
{
    private const int LongestAddress = 120;

    /// <summary>The version that the author started from; 0 for a new item.</summary>
    public long Version { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Body { get; set; }

    public string? Image { get; set; }

    public string? ImageAlt { get; set; }

    /// <summary>Keys of topics.</summary>
    public List<string> Topics { get; set; } = [];

    /// <summary>The last part of the public address; empty: made from the title.</summary>
    public string? Address { get; set; }

    /// <summary>Old addresses, one a line.</summary>
    public string? RedirectFrom { get; set; }

    /// <summary>A browser's date and time.</summary>
    public string? PublishAt { get; set; }

    /// <summary>A browser's date and time.</summary>
    public string? UnpublishAt { get; set; }

    /// <summary>When changes over a live item go live.</summary>
    public string? GoesLiveAt { get; set; }

    /// <summary>A word to who approves, or to the author.</summary>
    public string? Note { get; set; }

    /// <summary>Save although it was told that somebody announced the same already.</summary>
    public bool Anyway { get; set; }

    /// <summary>Who else may show it.</summary>
    public AudienceForm Audience { get; set; } = new();

    /// <summary>Whether other sites may ever show items of this kind.</summary>
    public virtual bool IsShared => true;

    /// <summary>Whether somebody may have announced the same: asked while typing.</summary>
    public virtual bool MayDouble => false;

    /// <summary>Whether the title alone gives the address, and where its pages stand: <c>/actualites/</c>; null: no page.</summary>
    public abstract string? AddressFolder { get; }

    /// <summary>Whether the item that is read did not exist before.</summary>
    protected bool IsNew { get; private set; }

    /// <summary>Shows the item in the fields.</summary>
    public void Show(ContentItem item, EditContext context)
    {
        (Title, Summary, Body, Image, ImageAlt, Address) = (item.Title, item.Summary, item.Body, item.Image, item.ImageAlt, item.Key);
        Topics = [.. item.Topics];
        RedirectFrom = Typed.Joined(item.RedirectFrom);
        PublishAt = FormTimes.Moment(item.PublishAt, context.Zone);
        UnpublishAt = FormTimes.Moment(item.UnpublishAt, context.Zone);
        Audience = AudienceForm.Of(item.AudienceOrDefault(context.Site.Kind));
        ShowOwn(item, context);
    }

    /// <summary>The item as the fields say. What no field shows stays as it was before.</summary>
    /// <param name="before">Null for a new item.</param>
    public ContentItem Read(ContentItem? before, Guid id, EditContext context, FormErrors errors)
    {
        IsNew = before is null;
        var item = before ?? Blank(id, context);
        var title = errors.Required(nameof(Title), Title, SharedTexts.T["TitleMissing"]);
        return ReadOwn(WithCommon(item, title, context, errors), context, errors);
    }

    /// <summary>The fields of a new item before anything is typed.</summary>
    public virtual void Start(EditContext context) => Audience = AudienceForm.Of(Blank(Guid.Empty, context).AudienceOrDefault(context.Site.Kind));

    /// <summary>An item of the kind with nothing in it.</summary>
    protected abstract ContentItem Blank(Guid id, EditContext context);

    /// <summary>Shows what only this kind has.</summary>
    protected abstract void ShowOwn(ContentItem item, EditContext context);

    /// <summary>Reads what only this kind has.</summary>
    protected abstract ContentItem ReadOwn(ContentItem item, EditContext context, FormErrors errors);

    /// <summary>The key that the fields give.</summary>
    protected virtual string KeyOf(ContentItem item, string title, FormErrors errors)
    {
        var slug = Slug.From(Typed.Line(Address) ?? title);
        if (slug.Length == 0 && title.Length > 0)
            errors.Add(nameof(Address), ItemTexts.T["AddressMissing"]);
        return Short(slug);
    }

    /// <summary>The audience as the fields say, for those who may choose it.</summary>
    protected Audience? AudienceOf(ContentItem item, Audience? written, EditContext context) =>
        context.MayPublish ? Audience.Audience(written, item.AudienceOrDefault(context.Site.Kind), context) : written;

    /// <summary>A slug of a length that addresses can have, cut between words.</summary>
    protected static string Short(string slug)
    {
        if (slug.Length <= LongestAddress)
            return slug;
        var cut = slug.LastIndexOf('-', LongestAddress);
        return slug[..(cut < LongestAddress / 2 ? LongestAddress : cut)];
    }

    private ContentItem WithCommon(ContentItem item, string title, EditContext context, FormErrors errors) => item with
    {
        Title = title,
        Key = KeyOf(item, title, errors),
        Summary = Typed.Line(Summary),
        Body = Typed.Block(Body),
        Image = Typed.Line(Image),
        ImageAlt = Typed.Line(ImageAlt),
        Topics = TopicsOf(item, context),
        RedirectFrom = Typed.Lines(RedirectFrom),
        PublishAt = errors.Instant(nameof(PublishAt), PublishAt, item.PublishAt, context.Zone),
        UnpublishAt = errors.Instant(nameof(UnpublishAt), UnpublishAt, item.UnpublishAt, context.Zone),
    };

    /// <summary>In the order in which they are written today, new ones after them.</summary>
    private ImmutableArray<string> TopicsOf(ContentItem item, EditContext context) =>
        [.. item.Topics.Where(Topics.Contains).Concat(context.Territory.Topics.Select(t => t.Key).Where(t => Topics.Contains(t) && !item.Topics.Contains(t)))];
}
