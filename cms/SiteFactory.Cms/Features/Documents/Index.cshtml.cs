using System.Text;
using Microsoft.AspNetCore.Mvc;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Documents;

/// <summary>The register: what is online, what the law still asks for, the export.</summary>
public sealed class IndexModel(ListServices services, CouncilSessions council) : ItemListModel(services)
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Document;

    /// <inheritdoc/>
    public override TextResource Words => DocumentTexts.T;

    /// <inheritdoc/>
    public override string Above => "/Features/Documents/_Register.cshtml";

    /// <summary>What is missing.</summary>
    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    /// <summary>The deliberations as open data.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation)
    {
        var context = await Services.Contexts.GetAsync(cancellation);
        var csv = DeliberationsExport.Csv(await council.LiveAsync(context, cancellation), context.Site);
        return File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", $"deliberations-{context.Site.Key}.csv");
    }

    /// <inheritdoc/>
    protected override async Task PrepareAsync(CancellationToken cancellation) =>
        Reminders = await council.RemindersAsync(cancellation);
}
