using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.French;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Features.Meals;

/// <summary>A week that one can go to.</summary>
/// <param name="Meals">Days with a dish.</param>
public sealed record WeekLink(LocalDate Monday, int Meals);

/// <summary>The canteen's menus, a week at a time: a grid of days and courses.</summary>
public sealed class IndexModel(EverydayTools tools) : ListPage<CanteenMenus>(tools)
{
    private const int WeeksAhead = 6;

    /// <inheritdoc/>
    public override TextResource Words => MealTexts.T;

    /// <inheritdoc/>
    public override string? NewAddress => null;

    /// <summary>A day of the week that is shown; empty: this week, or from Saturday on the next.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Semaine { get; set; }

    /// <summary>What is shown and sent back.</summary>
    [BindProperty]
    public WeekForm Week { get; set; } = new();

    /// <summary>Fingerprint of the week when its author opened it.</summary>
    [BindProperty]
    public string? Was { get; set; }

    /// <summary>What is pasted out of a table or a letter.</summary>
    [BindProperty]
    public string? Pasted { get; set; }

    /// <summary>The week's first day.</summary>
    public LocalDate Monday { get; private set; }

    /// <summary>Days that the grid shows: the school's, and others when they have a meal.</summary>
    public int DaysShown => Week.Days.FindLastIndex(d => !d.IsEmpty) is var last && last >= WeekForm.SchoolDays ? last + 1 : WeekForm.SchoolDays;

    /// <summary>This week and those to come.</summary>
    public IReadOnlyList<WeekLink> Weeks { get; private set; } = [];

    /// <summary>Whether the week before has a menu to copy.</summary>
    public bool MayCopy => !WeekForm.In(State.Value, Monday.PlusDays(-WeekForm.DaysInWeek)).IsEmpty;

    /// <summary>Whether the week that is stored says anything.</summary>
    public bool MayClear => !WeekForm.In(State.Value, Monday).IsEmpty;

    /// <summary>Whether a dish of the week is of no course: only then the grid has a row for it.</summary>
    public bool HasOther => Week.Days.Exists(d => !string.IsNullOrWhiteSpace(d.Cells[WeekForm.Courses.Length - 1]));

    /// <summary>Somebody else saved this week meanwhile; null: nobody did.</summary>
    public EntryConflict? Conflict { get; private set; }

    /// <summary>Where the canteen may be.</summary>
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    /// <inheritdoc/>
    protected override EverydayFile<CanteenMenus> Source => EverydayFiles.Menus;

    private LocalDate Before => Monday.PlusDays(-WeekForm.DaysInWeek);

    /// <summary>Shows the week.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        (Week, Was) = (WeekForm.Of(State.Value, Monday), PrintOf(State.Value));
    }

    /// <summary>Saves the week; the public sees it at once.</summary>
    public Task<IActionResult> OnPostSaveAsync(CancellationToken cancellation) => SaveAsync(Was, cancellation);

    /// <summary>Saves mine over theirs, which stays in the history.</summary>
    public Task<IActionResult> OnPostKeepMineAsync(string? theirs, CancellationToken cancellation) => SaveAsync(theirs, cancellation);

    /// <summary>Fills the empty days with the meals of the week before; nothing is saved yet.</summary>
    public async Task<IActionResult> OnPostCopyAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var before = WeekForm.Of(State.Value, Before);
        for (var i = 0; i < WeekForm.DaysInWeek; i++)
        {
            if (Week.Days[i].IsEmpty)
                Week.Days[i] = before.Days[i];
        }
        return Again("Copied");
    }

    /// <summary>Fills the grid with what was pasted; nothing is saved yet.</summary>
    public async Task<IActionResult> OnPostPasteAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (PastedMenu.Into(Week, Pasted))
        {
            Pasted = null;
            return Again("PasteDone");
        }
        ModelState.Clear();
        ModelState.AddModelError(nameof(Pasted), MealTexts.T["PasteFailed"]);
        return Page();
    }

    /// <summary>Takes the week's menu off the site; the history keeps it.</summary>
    public async Task<IActionResult> OnPostClearAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var result = await Tools.Store.ChangeAsync(Source, MealTexts.T.Format("SubjectCleared", WeekName(Monday)), file => PrintOf(file) == Was ? new WeekForm().Into(file, Monday) : null, cancellation);
        return Done(result, MealTexts.T.Format("Cleared", WeekName(Monday)), WeekAddress(Monday));
    }

    /// <summary>The address of a week.</summary>
    public string WeekAddress(LocalDate monday) => $"{Address}?semaine={FormTimes.Day(monday)}";

    /// <summary>"semaine du 23 novembre 2026".</summary>
    public static string WeekName(LocalDate monday) => MealTexts.T.Format("WeekOf", FrenchTimes.Long(monday));

    /// <inheritdoc/>
    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        var today = Context.Today;
        Monday = MondayOf(FormTimes.Day(Semaine) ?? (today.DayOfWeek >= IsoDayOfWeek.Saturday ? today.PlusDays(2) : today));
        Places = await Tools.Choices.PlacesAsync(MealTexts.T["NoPlace"], State.Value.Place, cancellation);
        Weeks = [.. Enumerable.Range(0, WeeksAhead).Select(i => MondayOf(today).PlusDays(i * WeekForm.DaysInWeek)).Select(m => new WeekLink(m, WeekForm.In(State.Value, m).Count(d => !d.Dishes.IsEmpty)))];
        while (Week.Days.Count < WeekForm.DaysInWeek)
            Week.Days.Add(new());
        foreach (var day in Week.Days)
        {
            while (day.Cells.Count < WeekForm.Courses.Length)
                day.Cells.Add(null);
        }
    }

    private async Task<IActionResult> SaveAsync(string? was, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var result = await Tools.Store.ChangeAsync(Source, MealTexts.T.Format("SubjectWeek", WeekName(Monday)), file => PrintOf(file) == was ? Week.Into(file, Monday) : null, cancellation);
        if (result != EverydayResult.Stale)
            return Done(result, MealTexts.T.Format("Saved", WeekName(Monday)), WeekAddress(Monday));
        await LoadAsync(cancellation);
        Conflict = new(State.UpdatedBy ?? "", PrintOf(State.Value), WeekForm.Differences(WeekForm.Of(State.Value, Monday), Week, Monday));
        return Page();
    }

    private PageResult Again(string done)
    {
        // The fields show what the form says now, not what was sent.
        ModelState.Clear();
        ViewData["Filled"] = MealTexts.T[done];
        return Page();
    }

    private string PrintOf(CanteenMenus menus) => Source.Print(new(null, null, WeekForm.In(menus, Monday)));

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);
}
