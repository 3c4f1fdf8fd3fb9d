using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;

namespace SiteFactory.Cms.Features.Home;

/// <summary>One thing that people come to do.</summary>
public sealed record HomeTask(string Name, string Path);

/// <summary>A site's home: asks what to do, tells what waits.</summary>
[SiteAccess(SiteRight.See)]
public sealed class SiteModel(ItemStore items) : PageModel
{
    private const int Lines = 8;

    /// <summary>By task, not by type.</summary>
    public static IReadOnlyList<HomeTask> Tasks { get; } =
    [
        new("TaskEvent", "/agenda/nouveau"),
        new("TaskNews", "/actualites/nouveau"),
        new("TaskDocument", "/documents/nouveau"),
        new("TaskClose", "/annuaire/fermeture"),
        new("TaskAlert", "/alertes/nouveau"),
        new("TaskPage", "/pages"),
    ];

    /// <summary>Drafts that wait for a decision.</summary>
    public IReadOnlyList<ItemRecord> Waiting { get; private set; } = [];

    /// <summary>What was saved last.</summary>
    public IReadOnlyList<ItemRecord> Recent { get; private set; } = [];

    /// <summary>Reads both lists.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Waiting = await items.Items.AsNoTracking().Where(i => i.InReview).OrderBy(i => i.UpdatedAt).Take(Lines).ToListAsync(cancellation);
        Recent = await items.Items.AsNoTracking().OrderByDescending(i => i.UpdatedAt).Take(Lines).ToListAsync(cancellation);
    }
}
