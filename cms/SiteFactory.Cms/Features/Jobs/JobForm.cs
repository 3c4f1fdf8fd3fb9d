using NodaTime;
using SiteFactory.Cms.Editing.Differences;
using SiteFactory.Cms.Features.Everyday;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Content.Model;

namespace SiteFactory.Cms.Features.Jobs;

/// <summary>A job offer as a form.</summary>
public sealed class JobForm : EntryForm<JobOffer>
{
    // A month to answer is what most offers give.
    private const int DaysToApply = 30;

    public string? Title { get; set; }

    public JobContract Contract { get; set; }

    /// <summary>Empty: not said.</summary>
    public WorkingTime? Time { get; set; }

    public string? Service { get; set; }

    public string? Grade { get; set; }

    public string? Salary { get; set; }

    /// <summary>A browser's day, like the two below.</summary>
    public string? PostedAt { get; set; }

    public string? Deadline { get; set; }

    public string? StartDay { get; set; }

    public string? Summary { get; set; }

    /// <summary><c>media/x.pdf</c>.</summary>
    public string? File { get; set; }

    public string? Apply { get; set; }

    /// <inheritdoc/>
    public override void Start(EditContext context)
    {
        (PostedAt, Deadline) = (FormTimes.Day(context.Today), FormTimes.Day(context.Today.PlusDays(DaysToApply)));
        Apply = context.Site.Contact?.Email;
    }

    /// <inheritdoc/>
    public override void Show(JobOffer entry)
    {
        (Title, Contract, Time, Service, Grade, Salary) = (entry.Title, entry.Contract, entry.Time, entry.Service, entry.Grade, entry.Salary);
        (PostedAt, Deadline) = (FormTimes.Day(entry.PostedAt), FormTimes.Day(entry.Deadline));
        StartDay = entry.Start is { } start ? FormTimes.Day(start) : null;
        (Summary, File, Apply) = (entry.Summary, entry.File, entry.Apply);
    }

    /// <inheritdoc/>
    public override JobOffer Read(JobOffer? before, EditContext context, FormErrors errors)
    {
        var title = errors.Required(nameof(Title), Title, JobTexts.T["TitleMissing"]);
        var (posted, deadline) = (Needed(nameof(PostedAt), PostedAt, errors), Needed(nameof(Deadline), Deadline, errors));
        if (deadline < posted)
            errors.Add(nameof(Deadline), JobTexts.T["DeadlineBeforePosted"]);
        return new(
            title, Contract, Time, Typed.Line(Service), Typed.Line(Grade), Typed.Line(Salary), posted ?? default, deadline ?? default,
            errors.Day(nameof(StartDay), StartDay), EverydayText.Paragraph(Summary), Typed.Line(File), HowToApply(errors));
    }

    /// <inheritdoc/>
    public override IEnumerable<ReadableField> Readable()
    {
        var texts = JobTexts.T;
        yield return new(texts["FieldTitle"], Title ?? "");
        yield return new(texts["Contract"], texts["Contract" + Contract]);
        yield return new(texts["Time"], Time is { } time ? texts["Time" + time] : "");
        yield return new(texts["Service"], Service ?? "");
        yield return new(texts["Grade"], Grade ?? "");
        yield return new(texts["Salary"], Salary ?? "");
        yield return new(texts["PostedAt"], PostedAt ?? "");
        yield return new(texts["Deadline"], Deadline ?? "");
        yield return new(texts["StartDay"], StartDay ?? "");
        yield return new(texts["Summary"], Summary ?? "");
        yield return new(texts["File"], File ?? "");
        yield return new(texts["Apply"], Apply ?? "");
    }

    private static LocalDate? Needed(string field, string? text, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(field, ItemTexts.T["DayMissing"]);
        return errors.Day(field, text);
    }

    /// <summary>A mail address, an address, or words; an address of another kind would not be a link.</summary>
    private string? HowToApply(FormErrors errors)
    {
        if (Typed.Line(Apply) is not { } apply)
            return null;
        var scheme = apply.IndexOf(':', StringComparison.Ordinal);
        var isLink = scheme > 0 && !apply.Contains(' ', StringComparison.Ordinal) && apply[..scheme].All(char.IsAsciiLetterOrDigit);
        if (isLink && !(Uri.TryCreate(apply, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" or "tel"))
            errors.Add(nameof(Apply), JobTexts.T["ApplyWrong"]);
        return apply;
    }
}
