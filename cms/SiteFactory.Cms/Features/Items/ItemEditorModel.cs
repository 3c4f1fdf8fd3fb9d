using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Items;

/// <summary>The screen that writes one item; each kind adds its form and its fields.</summary>
[SiteAccess(SiteRight.See)]
[HandlerAccess("Publish", SiteRight.Publish)]
[HandlerAccess("Schedule", SiteRight.Publish)]
[HandlerAccess("Unschedule", SiteRight.Publish)]
[HandlerAccess("Withdraw", SiteRight.Publish)]
[HandlerAccess("Return", SiteRight.Publish)]
[HandlerAccess("Delete", SiteRight.Publish)]
public abstract partial class ItemEditorModel(EditorServices services) : PageModel
{
    /// <summary>The kind of the items.</summary>
    public abstract ContentKind Kind { get; }

    /// <summary>The kind's words: <c>NewTitle</c>, <c>EditTitle</c>.</summary>
    public abstract TextResource Words { get; }

    /// <summary>The partial view with the kind's own fields; its model is the form.</summary>
    public abstract string FieldsView { get; }

    /// <summary>What is shown and sent back.</summary>
    public ItemForm Form { get; private set; } = null!;

    /// <summary>Null for a new item.</summary>
    public ItemRecord? Record { get; private set; }

    /// <summary>What forms need to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>The address was made for an item that does not exist yet.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Nouveau { get; set; }

    /// <summary>The item that a new one starts as a copy of.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Copie { get; set; }

    /// <summary>The public address of what is live; null: nothing is.</summary>
    public string? PublicAddress { get; private set; }

    /// <summary>What other sites and people work with.</summary>
    protected EditorServices Services { get; } = services;

    /// <summary>An empty form of the kind.</summary>
    protected abstract ItemForm NewForm();

    /// <summary>Shows the item's draft, or what is live.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        if (Record is not null)
            Show(ItemProjection.Current(Record, Context.Zone), Record.Version);
        else if (!Nouveau)
            return NotFound();
        else if (Copie is { } original && await Services.Items.FindAsync(original, cancellation) is { } source && source.Kind == Kind)
            ShowCopy(ItemProjection.Current(source, Context.Zone));
        else
            StartForm();
        return await ReadyAsync(cancellation);
    }

    /// <summary>Gives a new form its first values.</summary>
    protected virtual void StartForm() => Form.Start(Context);

    /// <summary>Reads what the kind's fields need before the page is shown.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Reads record and context, and takes an empty form.</summary>
    protected async Task LoadAsync(Guid id, CancellationToken cancellation)
    {
        Context = await Services.Contexts.GetAsync(cancellation);
        var record = await Services.Items.FindAsync(id, cancellation);
        Record = record?.Kind == Kind ? record : null;
        Form = NewForm();
        PublicAddress = Record is not null && ItemProjection.Live(Record, Context.Zone) is { } live ? Services.Addresses.Of(Services.Site.Record!, live) : null;
    }

    /// <summary>The page, with all that its fields need.</summary>
    protected async Task<IActionResult> ReadyAsync(CancellationToken cancellation)
    {
        await PrepareAsync(cancellation);
        ViewData["Context"] = Context;
        ViewData["Title"] = Words[Record is null ? "NewTitle" : "EditTitle"];
        return Page();
    }

    /// <summary>Takes what was sent beside the fields: a file.</summary>
    protected virtual Task ReceiveAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>How the form is sent: <c>multipart/form-data</c> for one that takes a file; null: as browsers do.</summary>
    public virtual string? Encoding => null;

    private void Show(ContentItem item, long version)
    {
        Form.Show(item, Context);
        Form.Version = version;
    }

    private void ShowCopy(ContentItem source)
    {
        Form.Show(source with { Title = ItemTexts.T.Format("CopyOf", source.Title), RedirectFrom = [], PublishAt = null, UnpublishAt = null }, Context);
        Form.Address = null;
        Copied(Form);
    }

    /// <summary>Takes away what a copy must not have.</summary>
    protected virtual void Copied(ItemForm form)
    {
        // Nothing, for most kinds.
    }

    /// <summary>The item as the form says; the form is filled with what was sent.</summary>
    private async Task<ContentItem> ReadAsync(Guid id, CancellationToken cancellation)
    {
        await LoadAsync(id, cancellation);
        await TryUpdateModelAsync(Form, Form.GetType(), "");
        await ReceiveAsync(cancellation);
        var before = Record is null ? null : ItemProjection.Current(Record, Context.Zone);
        return Form.Read(before, id, Context, new(ModelState));
    }

    private RedirectResult Back(Guid id, string done)
    {
        TempData["Done"] = done;
        return Redirect($"/s/{Services.Site.Key}/{ItemAddresses.Segment(Kind)}/{id}");
    }
}
