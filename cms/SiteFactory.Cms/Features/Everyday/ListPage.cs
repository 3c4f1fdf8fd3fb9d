using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Faults;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Everyday;

/// <summary>What stands at the head of every list of everyday services.</summary>
public interface IListPage
{
    /// <summary>The feature's words: <c>Title</c>, <c>Intro</c>, <c>New</c>, <c>Block</c>.</summary>
    TextResource Words { get; }

    /// <summary>This screen.</summary>
    string Address { get; }

    /// <summary>Where one adds an entry; null: not by a form of its own.</summary>
    string? NewAddress { get; }

    /// <summary>The word of the screen in addresses: <c>travaux</c>.</summary>
    string Segment { get; }

    /// <summary>What forms need to know.</summary>
    EditContext Context { get; }

    /// <summary>Pages that show what is edited here.</summary>
    IReadOnlyList<ShownPage> Shown { get; }

    /// <summary>What is proposed for this file: everything that waits for whoever may publish, one's own for others.</summary>
    IReadOnlyList<DataFileProposal> Proposals { get; }

    /// <summary>"Modifié le … par …"; null without a file.</summary>
    string? LastChange { get; }

    /// <summary>What of the file could not be read.</summary>
    IReadOnlyList<Fault> Unreadable { get; }
}

/// <summary>The screen that lists what stands in a file. Everybody of the site sees it; who may publish changes it, and who may write proposes.</summary>
[SiteAccess(SiteRight.See, Post = SiteRight.Write)]
public abstract class ListPage<TFile>(EverydayTools tools) : PageModel, IListPage
    where TFile : class
{
    /// <inheritdoc/>
    public abstract TextResource Words { get; }

    /// <inheritdoc/>
    public string Address => $"/s/{Tools.Site.Key}/{Source.Segment}";

    /// <inheritdoc/>
    public virtual string? NewAddress => Address + "/fiche";

    /// <inheritdoc/>
    public string Segment => Source.Segment;

    /// <inheritdoc/>
    public EditContext Context { get; private set; } = null!;

    /// <inheritdoc/>
    public IReadOnlyList<ShownPage> Shown { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<DataFileProposal> Proposals { get; private set; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<Fault> Unreadable => State.Faults;

    /// <inheritdoc/>
    public string? LastChange => State.UpdatedBy is { } by ? Authors.Changed(State.UpdatedAt, by, Context.Zone) : null;

    /// <summary>The file as it is.</summary>
    public EverydayState<TFile> State { get; private set; } = null!;

    /// <summary>The file.</summary>
    protected abstract EverydayFile<TFile> Source { get; }

    /// <summary>What screens of everyday services work with.</summary>
    protected EverydayTools Tools { get; } = tools;

    /// <summary>Reads what the screen shows.</summary>
    protected virtual async Task LoadAsync(CancellationToken cancellation)
    {
        Context = await Tools.Contexts.GetAsync(cancellation);
        State = await Tools.Store.ReadAsync(Source, cancellation);
        var path = $"{Tools.Site.Key}/{Source.Name}";
        Proposals = await (Context.MayPublish ? Tools.Proposals.Waiting : Tools.Proposals.Mine).Where(p => p.Path == path).ToListAsync(cancellation);
        Shown = await Tools.Pages.WithAsync(Source.Directive, cancellation);
        ViewData["Context"] = Context;
        ViewData["Title"] = Words["Title"];
    }

    /// <summary>Back to the screen, with what was done.</summary>
    protected IActionResult Done(EverydayResult result, string done, string? address = null)
    {
        TempData[result == EverydayResult.Stale ? "Warning" : "Done"] = result switch
        {
            EverydayResult.Stale => EverydayTexts.T["Stale"],
            EverydayResult.Unchanged => EverydayTexts.T["UnchangedAll"],
            EverydayResult.Proposed => EverydayTexts.T["ProposedAll"],
            _ => done,
        };
        return Redirect(address ?? Address);
    }
}
