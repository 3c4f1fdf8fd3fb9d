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
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class EditModel(EditorServices services, CmsDbContext database, MediaLibrary library) : ItemEditorModel(services)
{
    // The file, and a mebibyte for the words.
    private const long MostBytes = UploadCheck.LargestDocument + (1 << 20);

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
        if (!Request.HasFormContentType || Request.Form.Files.GetFile("Upload") is not { Length: > 0 } sent)
            return;
        try
        {
            await using var content = sent.OpenReadStream();
            ((DocumentForm)Form).File = (await library.AddAsync(sent.FileName, content, cancellation)).Path;
            ModelState.Remove(nameof(DocumentForm.File));
        }
        catch (UploadRefusedException e)
        {
            ModelState.AddModelError(nameof(DocumentForm.File), e.Message);
        }
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
