using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Media;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Jobs;

/// <summary>A job offer: published, changed, taken away. Its document comes with the form, or is one of the library.</summary>
[RequestSizeLimit(SentDocument.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = SentDocument.MostBytes)]
public sealed class EditModel(EverydayTools tools, MediaLibrary library) : EntryPage<JobOffers, JobOffer, JobForm>(tools)
{
    /// <inheritdoc/>
    public override TextResource Words => JobTexts.T;

    /// <inheritdoc/>
    public override string FieldsView => "/Features/Jobs/_Fields.cshtml";

    /// <inheritdoc/>
    public override string? Encoding => "multipart/form-data";

    /// <summary>Documents of the library.</summary>
    public IReadOnlyList<SelectListItem> Files { get; private set; } = [];

    /// <inheritdoc/>
    protected override EverydayFile<JobOffers> Source => EverydayFiles.Jobs;

    /// <inheritdoc/>
    protected override ImmutableArray<JobOffer> Entries(JobOffers file) => file.Items;

    /// <inheritdoc/>
    protected override JobOffers With(JobOffers file, ImmutableArray<JobOffer> entries) => new(entries);

    /// <inheritdoc/>
    protected override string TitleOf(JobOffer entry) => entry.Title;

    /// <inheritdoc/>
    protected override async Task PrepareAsync(JobOffer? before, CancellationToken cancellation) =>
        Files = await Tools.Choices.FilesAsync(JobTexts.T["NoFile"], before?.File, cancellation);

    /// <inheritdoc/>
    protected override async Task ReceiveAsync(CancellationToken cancellation)
    {
        if (await SentDocument.TakeAsync(Request, library, ModelState, nameof(JobForm.File), cancellation) is not { } path)
            return;
        Form.File = path;
        Files = await Tools.Choices.FilesAsync(JobTexts.T["NoFile"], path, cancellation);
    }

    /// <inheritdoc/>
    protected override void Check(JobOffer entry, JobOffer? before, FormErrors errors)
    {
        if (!EverydayChoices.Holds(Files, entry.File))
            errors.Add(nameof(JobForm.File), JobTexts.T["FileGone"]);
    }
}
