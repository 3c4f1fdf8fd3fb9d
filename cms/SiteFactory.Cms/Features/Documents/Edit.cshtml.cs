using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Media;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Documents;

/// <summary>Writes one item of this kind, and takes its file.</summary>
[RequestSizeLimit(SentDocument.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = SentDocument.MostBytes)]
public sealed class EditModel(EditorServices services, CmsDbContext database, MediaLibrary library) : ItemEditorModel(services)
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Document;

    /// <inheritdoc/>
    public override TextResource Words => DocumentTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/Documents/_Fields.cshtml";

    /// <summary>Files of the library that a document can be.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>Whether the law on acts of towns holds here.</summary>
    public bool IsBound => DocumentLaw.Binds(Context.Site);

    /// <summary>What is live, as a document; null: nothing is.</summary>
    public OfficialDocument? Live { get; private set; }

    /// <inheritdoc/>
    public override string? Encoding => "multipart/form-data";

    /// <inheritdoc/>
    protected override async Task ReceiveAsync(CancellationToken cancellation)
    {
        if (await SentDocument.TakeAsync(Request, library, ModelState, nameof(DocumentForm.File), cancellation) is { } path)
            ((DocumentForm)Form).File = path;
    }

    /// <inheritdoc/>
    protected override async Task PrepareAsync(CancellationToken cancellation)
    {
        Files = await database.Media.AsNoTracking().Where(m => m.DeletedAt == null && !m.ContentType.StartsWith("image/")).OrderBy(m => m.Path).Select(m => m.Path).ToListAsync(cancellation);
        Live = Record is null ? null : ItemProjection.Live(Record, Context.Zone) as OfficialDocument;
        ViewData["Documents"] = this;
    }

    /// <inheritdoc/>
    protected override ItemForm NewForm() => new DocumentForm();
}
