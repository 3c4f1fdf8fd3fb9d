using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using ContentPage = SiteFactory.Content.Model.Page;

namespace SiteFactory.Cms.Features.Pages;

/// <summary>The form of a page.</summary>
public sealed class PageForm : ItemForm
{
    /// <summary>The key of the page under which a new page stands; empty: at the top.</summary>
    public string? Parent { get; set; }

    public bool Nav { get; set; }

    public PageTemplate Template { get; set; }

    /// <summary>The path under which receiving sites show it.</summary>
    public string? Mount { get; set; }

    public override string AddressFolder => "/";

    // What is checked at first is said here: a box that is not checked sends nothing.
    public override void Start(EditContext context)
    {
        base.Start(context);
        Nav = true;
    }

    protected override ContentItem Blank(Guid id, EditContext context) =>
        new ContentPage { Id = id, SiteKey = context.Site.Key, Key = "", Title = "" };

    protected override void ShowOwn(ContentItem item, EditContext context)
    {
        var page = (ContentPage)item;
        (Nav, Template, Mount) = (page.Nav, page.Template, page.Mount);
    }

    protected override ContentItem ReadOwn(ContentItem item, EditContext context, FormErrors errors)
    {
        var page = (ContentPage)item;
        return page with
        {
            Nav = Nav,
            Template = Template,
            Mount = Typed.Line(Mount),
            Audience = AudienceOf(page, page.Audience, context),
        };
    }

    /// <summary>A page that exists moves in the tree, with all that stands under it, and not in its form.</summary>
    protected override string KeyOf(ContentItem item, string title, FormErrors errors)
    {
        if (!IsNew)
            return item.Key;
        var name = Short(Slug.FromPath(Typed.Line(Address)?.Trim('/') ?? Slug.From(title)));
        if (name.Length == 0)
        {
            if (title.Length > 0)
                errors.Add(nameof(Address), ItemTexts.T["AddressMissing"]);
            return "";
        }
        var parent = Slug.FromPath(Typed.Line(Parent)?.Trim('/') ?? "");
        var key = parent.Length == 0 ? name : $"{parent}/{name}";
        if (SiteAddresses.IsReserved($"/{key}/"))
            errors.Add(nameof(Address), ItemTexts.T["AddressReserved"]);
        return key;
    }
}
