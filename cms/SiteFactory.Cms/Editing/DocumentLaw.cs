using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Data;
using SiteFactory.Content.FolderFormat;
using SiteFactory.Content.Model;
using SiteFactory.Content.Texts;

namespace SiteFactory.Cms.Editing;

/// <summary>
/// What the law asks of acts online (CGCT L2131-1, R2131-1): from 3,500 inhabitants on they are signed, whole, unmodifiable, and stay at
/// least two months.
/// </summary>
public sealed class DocumentLaw(CmsDbContext database, TerritoryTime time)
{
    /// <summary>Inhabitants from which acts are published on the site alone.</summary>
    public const int Threshold = 3500;

    private const int Months = 2;

    private static readonly TextResource Texts = new("SiteFactory.Cms.Editing.DocumentLawTexts", typeof(DocumentLaw).Assembly);
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("d MMMM uuuu", CultureInfo.GetCultureInfo("fr-FR"));

    /// <summary>Whether the document is an act that the two months protect.</summary>
    public static bool IsAct(DocumentType type) => type is DocumentType.Deliberation or DocumentType.Order;

    /// <summary>Whether the site's commune has to publish its acts on the site.</summary>
    public static bool Binds(Site? site) => site is { Kind: SiteKind.Commune, Population: >= Threshold };

    /// <summary>The day until which the act stays as it is.</summary>
    public static LocalDate ProtectedUntil(LocalDateTime postedAt) => postedAt.Date.PlusMonths(Months);

    /// <summary>A document that goes online bears the moment at which it does.</summary>
    internal static ContentItem Posted(ContentItem item, ContentItem? live, Instant now, DateTimeZone zone) =>
        item is OfficialDocument { PostedAt: null } document
            ? document with { PostedAt = (live as OfficialDocument)?.PostedAt ?? Minute((document.PublishAt is { } later && later > now ? later : now).InZone(zone).LocalDateTime) }
            : item;

    /// <summary>Why what is live may not be replaced by this, or taken away when it is null; null: it may.</summary>
    internal async Task<string?> RefusalAsync(ContentItem? live, ContentItem? next, CancellationToken cancellation)
    {
        if ((live ?? next) is not OfficialDocument || !Binds(await SiteAsync((live ?? next)!.SiteKey, cancellation)))
            return null;
        if (live is OfficialDocument { PostedAt: { } posted } before && IsAct(before.Type) && IsProtected(posted, await time.ZoneAsync(cancellation)))
        {
            if (next is null)
                return Texts.Format("Withdrawal", Day.Format(posted.Date), Day.Format(ProtectedUntil(posted)));
            if (next is not OfficialDocument after || !SameAct(before, after) || LeavesBefore(after, ProtectedUntil(posted), await time.ZoneAsync(cancellation)))
                return Texts.Format("Replacement", Day.Format(posted.Date), Day.Format(ProtectedUntil(posted)));
        }
        return next is OfficialDocument act && IsAct(act.Type) && !IsSigned(act) ? Texts["Author"] : null;
    }

    private bool IsProtected(LocalDateTime posted, DateTimeZone zone) =>
        time.Now.InZone(zone).Date < ProtectedUntil(posted);

    /// <summary>Title, topics and picture may change; what was decided, by whom and when it was posted may not.</summary>
    private static bool SameAct(OfficialDocument before, OfficialDocument after) =>
        before.Type == after.Type && before.File == after.File && before.Body == after.Body && before.Reference == after.Reference
        && before.Session == after.Session && before.Author == after.Author && before.PostedAt == after.PostedAt;

    private static bool LeavesBefore(OfficialDocument document, LocalDate day, DateTimeZone zone) =>
        document.UnpublishAt is { } until && until.InZone(zone).Date < day;

    private static bool IsSigned(OfficialDocument document) =>
        document.Author is { FirstName.Length: > 0, LastName.Length: > 0, Capacity.Length: > 0 };

    private static LocalDateTime Minute(LocalDateTime time) => time.Date.At(new LocalTime(time.Hour, time.Minute));

    private async Task<Site?> SiteAsync(string key, CancellationToken cancellation) =>
        await database.Sites.AsNoTracking().Where(s => s.Key == key).Select(s => s.Text).FirstOrDefaultAsync(cancellation) is { } text
            ? FormatText.ReadSite(key, text).Value
            : null;
}
