using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Documents;
using SiteFactory.Cms.Features.Items;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Cms.French;
using SiteFactory.Content.Model;
using SiteFactory.Content.Recurrence;

namespace SiteFactory.Cms.Features.Health;

/// <summary>What no build minds and a site should not have: duties of the law, old pages, licences that are over, events without end.</summary>
public sealed class HealthReview(CmsDbContext database, ItemStore items, EditContexts contexts, CouncilSessions council)
{
    private const int OldDays = 365;
    private const int Most = 20;

    /// <summary>All of it.</summary>
    public async Task<IReadOnlyList<HealthLine>> LinesAsync(CancellationToken cancellation)
    {
        var context = await contexts.GetAsync(cancellation);
        var lines = new List<HealthLine>(Law(context));
        lines.AddRange((await council.RemindersAsync(cancellation)).Select(r => new HealthLine(r.IsLate ? HealthLevel.Broken : HealthLevel.Mend, HealthTexts.T["PlaceDocuments"], r.Text, "", $"/s/{context.Site.Key}/documents{(r.Item is { } id ? $"/{id}" : "")}")));
        lines.AddRange(await MediaAsync(context, cancellation));
        lines.AddRange(await ItemsAsync(context, cancellation));
        return lines;
    }

    private static IEnumerable<HealthLine> Law(EditContext context)
    {
        var (texts, site) = (HealthTexts.T, context.Site);
        var settings = $"/s/{site.Key}/reglages";
        if (string.IsNullOrEmpty(site.PublicationDirector))
            yield return Missing("Director");
        if (site.Contact is not { Address.Length: > 0 })
            yield return Missing("Address");
        if (site.Contact is not { Phone.Length: > 0 })
            yield return Missing("Phone");
        if (site.Contact is not { Email.Length: > 0 })
            yield return Missing("Email");
        if ((site.Legal?.Host ?? context.Territory.Legal?.Host) is null)
            yield return Missing("Host");
        if ((site.Legal?.DataProtection ?? context.Territory.Legal?.DataProtection) is null)
            yield return Missing("Dpo");
        if (site.Accessibility?.AuditDate is null)
            yield return Missing("Audit", HealthLevel.Mend);
        if (site.Accessibility?.StatementDate is { } day && day.PlusYears(3) <= context.Today)
            yield return Missing("Statement");
        if (site.Contact is not { Hours.Length: > 0 })
            yield return Missing("Hours", HealthLevel.Mend);

        HealthLine Missing(string what, HealthLevel level = HealthLevel.Broken) => new(level, texts["PlaceSettings"], texts["Law" + what], texts["Law" + what + "Cure"], settings);
    }

    private async Task<IEnumerable<HealthLine>> MediaAsync(EditContext context, CancellationToken cancellation)
    {
        var texts = HealthTexts.T;
        var library = await database.Media.AsNoTracking().Where(m => m.DeletedAt == null).ToListAsync(cancellation);
        var address = $"/s/{context.Site.Key}/phototheque";
        var silent = library.Where(m => m.ContentType.StartsWith("image/", StringComparison.Ordinal) && m is { Alt: null or "", Decorative: false });
        var over = library.Where(m => m.LicenceUntil < context.Today);
        return silent.Take(Most).Select(m => new HealthLine(HealthLevel.Mend, Name(m), texts["PictureSilent"], texts["PictureSilentCure"], $"{address}/{m.Id}"))
            .Concat(over.Take(Most).Select(m => new HealthLine(HealthLevel.Broken, Name(m), texts.Format("LicenceOver", FrenchTimes.Day(m.LicenceUntil!.Value)), texts["LicenceOverCure"], $"{address}/{m.Id}")));
    }

    private async Task<IEnumerable<HealthLine>> ItemsAsync(EditContext context, CancellationToken cancellation)
    {
        var texts = HealthTexts.T;
        var old = context.Now - Duration.FromDays(OldDays);
        var pages = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Page && i.LiveText != null && i.UpdatedAt < old).OrderBy(i => i.UpdatedAt).Take(Most).ToListAsync(cancellation);
        var events = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Event && i.LiveText != null && i.LiveText.Contains("rrule:")).ToListAsync(cancellation);
        var alerts = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Alert && i.LiveText != null && !(i.PublishAt > context.Now)).ToListAsync(cancellation);
        return pages.Select(p => Of(p, texts.Format("PageOld", FrenchTimes.Short(p.UpdatedAt, context.Zone)), texts["PageOldCure"], "Body"))
            .Concat(events.Where(e => IsEndless(e, context)).Select(e => Of(e, texts["EventEndless"], texts["EventEndlessCure"], "Repeat_Repeats")))
            .Concat(alerts.Where(a => ItemProjection.Live(a, context.Zone) is Alert { Until: null, UnpublishAt: null }).Select(a => Of(a, texts["AlertEndless"], texts["AlertEndlessCure"], "Until")));
    }

    private static bool IsEndless(ItemRecord record, EditContext context) =>
        ItemProjection.Live(record, context.Zone) is EventItem { RecurrenceRule: { } text } && RuleParser.Parse(text, context.Zone).Rule is { Count: null, Until: null };

    private static HealthLine Of(ItemRecord item, string text, string cure, string field) =>
        new(HealthLevel.Mend, item.Title, text, cure, $"{ItemAddresses.Edit(item)}#{field}");

    private static string Name(MediaRecord media) => media.Path.Replace("media/", "", StringComparison.Ordinal);
}
