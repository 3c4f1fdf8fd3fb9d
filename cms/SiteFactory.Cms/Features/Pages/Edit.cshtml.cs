using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Pages;

/// <summary>A page that others can stand under.</summary>
/// <param name="Label">Its title, indented by its depth.</param>
public sealed record ParentChoice(string Key, string Label);

/// <summary>Writes a page.</summary>
public sealed class EditModel(EditorServices services) : ItemEditorModel(services)
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Page;

    /// <inheritdoc/>
    public override TextResource Words => PageTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/Pages/_Fields.cshtml";

    /// <summary>The page under which a new one is to stand.</summary>
    [BindProperty(SupportsGet = true, Name = "sous")]
    public string? Under { get; set; }

    /// <summary>The tree, for choosing where a new page stands.</summary>
    public IReadOnlyList<ParentChoice> Parents { get; private set; } = [];

    /// <inheritdoc/>
    protected override ItemForm NewForm() => new PageForm();

    /// <inheritdoc/>
    protected override void StartForm()
    {
        base.StartForm();
        ((PageForm)Form).Parent = Under;
    }

    /// <inheritdoc/>
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        var pages = await Services.Items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Page && i.Key != "").Select(i => new { i.Key, i.Title }).ToListAsync(cancellation);
        Parents = [.. pages.OrderBy(p => p.Key.Replace('/', '\u0001'), StringComparer.Ordinal).Select(p => new ParentChoice(p.Key, new string('\u2003', p.Key.Count(c => c == '/')) + p.Title))];
        ViewData["Pages"] = this;
    }
}
