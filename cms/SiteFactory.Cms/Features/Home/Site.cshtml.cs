using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Data.Publishing;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Documents;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Sharing;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Home;

/// <summary>One thing that people come to do.</summary>
/// <param name="Right">What it takes.</param>
/// <param name="File">The data file that a site has when it is concerned; null: every site is.</param>
public sealed record HomeTask(string Name, string Path, SiteRight Right, string? File = null);

/// <summary>A site's home: asks what to do; tells what waits, what is old, what ends, what was published.</summary>
[SiteAccess(SiteRight.See)]
public sealed class SiteModel(ItemStore items, CmsDbContext database, CurrentSite site, CurrentPerson person, EditContexts contexts, CouncilSessions council, Proposals proposals, EverydayProposals everyday, PublicAddresses addresses) : PageModel
{
    private const int Lines = 8;
    private const int EndingDays = 14;
    private const int OldDays = 365;
    private const int LicenceDays = 30;
    private const int AnswerDays = 14;

    private static readonly HomeTask[] All =
    [
        new("TaskEvent", "/agenda/nouveau", SiteRight.Write),
        new("TaskNews", "/actualites/nouveau", SiteRight.Write),
        new("TaskDocument", "/documents/nouveau", SiteRight.Write),
        new("TaskClose", "/annuaire/fermeture", SiteRight.Write),
        new("TaskAlert", "/alertes/nouveau", SiteRight.Write),
        new("TaskPage", "/pages", SiteRight.See),
        new("TaskMeals", "/cantine", SiteRight.Write, EverydayFiles.Menus.Name),
        new("TaskWorks", "/travaux/fiche", SiteRight.Write),
    ];

    /// <summary>By task, not by type; as far as the person's rights go.</summary>
    public IReadOnlyList<HomeTask> Tasks { get; private set; } = [];

    /// <summary>Drafts that wait for this person: to approve, or to take up again.</summary>
    public IReadOnlyList<ItemRecord> Waiting { get; private set; } = [];

    /// <summary>Changes of everyday services that wait for this person: to publish, or to take up again.</summary>
    public IReadOnlyList<DataFileProposal> Everyday { get; private set; } = [];

    /// <summary>What the métropole answered lately to what the site proposed.</summary>
    public IReadOnlyList<Proposal> Answers { get; private set; } = [];

    /// <summary>Titles of what was answered, by item.</summary>
    public IReadOnlyDictionary<Guid, string> AnsweredTitles { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Proposals of communes that wait for this person.</summary>
    public int ProposalsWaiting { get; private set; }

    /// <summary>What the law asks of the register.</summary>
    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    /// <summary>Pages that nobody touched for a year.</summary>
    public IReadOnlyList<ItemRecord> Old { get; private set; } = [];

    /// <summary>What leaves the site soon.</summary>
    public IReadOnlyList<ItemRecord> Ending { get; private set; } = [];

    /// <summary>Pictures whose licence is over soon, or already.</summary>
    public IReadOnlyList<MediaRecord> Licences { get; private set; } = [];

    /// <summary>What was saved last.</summary>
    public IReadOnlyList<ItemRecord> Recent { get; private set; } = [];

    /// <summary>The last publications.</summary>
    public IReadOnlyList<SiteBuild> Builds { get; private set; } = [];

    /// <summary>What the page needs to know.</summary>
    public EditContext Context { get; private set; } = null!;

    /// <summary>Where the public sees the site.</summary>
    public string PublicAddress => addresses.Of(site.Record!) + "/";

    /// <summary>Reads all of it.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Context = await contexts.GetAsync(cancellation);
        var files = await database.DataFiles.AsNoTracking().Where(f => f.SiteKey == site.Key).Select(f => f.Path).ToListAsync(cancellation);
        Tasks = [.. All.Where(t => person.Rights.Allow(site.Key, site.Record!.Kind, t.Right) && (t.File is null || files.Contains($"{site.Key}/{t.File}")))];
        Waiting = await WaitingAsync(cancellation);
        Everyday = await EverydayAsync(cancellation);
        Reminders = await council.RemindersAsync(cancellation);
        await ProposalsAsync(cancellation);
        await TimesAsync(cancellation);
        Recent = await items.Items.AsNoTracking().OrderByDescending(i => i.UpdatedAt).Take(Lines).ToListAsync(cancellation);
        Builds = await database.SiteBuilds.AsNoTracking().Where(b => b.SiteKey == site.Key).OrderByDescending(b => b.Id).Take(3).ToListAsync(cancellation);
    }

    private Task<List<ItemRecord>> WaitingAsync(CancellationToken cancellation)
    {
        var open = items.Items.AsNoTracking();
        open = Context.MayPublish ? open.Where(i => i.InReview) : open.Where(i => !i.InReview && i.ReviewNote != null);
        return open.OrderBy(i => i.UpdatedAt).Take(Lines).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<DataFileProposal>> EverydayAsync(CancellationToken cancellation) => Context switch
    {
        { MayPublish: true } => await everyday.Waiting.Take(Lines).ToListAsync(cancellation),
        { MayWrite: true } => await everyday.Mine.Where(p => p.ReturnedAt != null).Take(Lines).ToListAsync(cancellation),
        _ => [],
    };

    private async Task ProposalsAsync(CancellationToken cancellation)
    {
        if (person.Rights.Allow(TerritoryRole.Communication))
            ProposalsWaiting = await proposals.All.CountAsync(p => p.ToSiteKey == site.Key && p.State == ProposalState.Waiting, cancellation);
        var since = Context.Now - Duration.FromDays(AnswerDays);
        Answers = await proposals.All.Where(p => p.SiteKey == site.Key && p.AnsweredAt > since).ToListAsync(cancellation);
        var answered = Answers.Select(a => a.ItemId).ToList();
        AnsweredTitles = await items.Items.AsNoTracking().Where(i => answered.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Title, cancellation);
    }

    private async Task TimesAsync(CancellationToken cancellation)
    {
        var (now, old, ending) = (Context.Now, Context.Now - Duration.FromDays(OldDays), Context.Now + Duration.FromDays(EndingDays));
        Old = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Page && i.LiveText != null && i.UpdatedAt < old).OrderBy(i => i.UpdatedAt).Take(Lines).ToListAsync(cancellation);
        Ending = await items.Items.AsNoTracking().Where(i => i.LiveText != null && i.UnpublishAt > now && i.UnpublishAt < ending).OrderBy(i => i.UnpublishAt).Take(Lines).ToListAsync(cancellation);
        var day = Context.Today.PlusDays(LicenceDays);
        Licences = await database.Media.AsNoTracking().Where(m => m.DeletedAt == null && m.LicenceUntil != null && m.LicenceUntil <= day).OrderBy(m => m.LicenceUntil).Take(Lines).ToListAsync(cancellation);
    }
}
