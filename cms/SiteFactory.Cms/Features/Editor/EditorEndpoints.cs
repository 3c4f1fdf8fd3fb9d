using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Checking;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;
using SiteFactory.Cms.Features.Shared;
using SiteFactory.Content.Model;
using SiteFactory.Content.Slugs;
using ContentPage = SiteFactory.Content.Model.Page;

namespace SiteFactory.Cms.Features.Editor;

/// <summary>What the editor's script asks for beside the page it runs in.</summary>
public static class EditorEndpoints
{
    // A form with a long text; what is longer is not typed by hand.
    private const int LargestAutosave = 1_000_000;

    private static readonly FrozenDictionary<string, string> Words = ResourceWords.Of("EditorScriptTexts");

    private static readonly LocalDateTimePattern At = LocalDateTimePattern.Create("d MMMM 'à' HH'\u00a0h\u00a0'mm", SharedTexts.French);

    /// <summary>Answers for them.</summary>
    public static void MapEditor(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/s/{site}/editeur/reglages", SettingsAsync).WithMetadata(new SiteAccessAttribute(SiteRight.See));
        endpoints.MapGet("/s/{site}/editeur/liens", LinksAsync).WithMetadata(new SiteAccessAttribute(SiteRight.See));
        endpoints.MapPost("/s/{site}/editeur/liens", CreatePageAsync).WithMetadata(new SiteAccessAttribute(SiteRight.Write)).WithToken();
        endpoints.MapGet("/s/{site}/editeur/brouillons/{id:guid}", KeptAsync).WithMetadata(new SiteAccessAttribute(SiteRight.Write));
        endpoints.MapPut("/s/{site}/editeur/brouillons/{id:guid}", KeepAsync).WithMetadata(new SiteAccessAttribute(SiteRight.Write)).WithToken();
        endpoints.MapDelete("/s/{site}/editeur/brouillons/{id:guid}", ForgetAsync).WithMetadata(new SiteAccessAttribute(SiteRight.Write)).WithToken();
    }

    private static async Task<IResult> SettingsAsync(CurrentSite current, ItemStore items, TerritoryReading territory, CancellationToken cancellation)
    {
        var now = await territory.NowAsync(cancellation);
        var entries = await items.Items.AsNoTracking().Where(i => i.Kind == ContentKind.Directory && i.LiveText != null).Select(i => new Choice(i.Key, i.Title)).ToListAsync(cancellation);
        return TypedResults.Json(new
        {
            root = "/s/" + current.Key,
            texts = Words,
            directives = BlockList.All,
            topics = (now.Snapshot?.Territory.Topics ?? []).Select(t => new Choice(t.Key, t.Label)),
            entries = entries.OrderBy(e => e.Label, StringComparer.Create(SharedTexts.French, ignoreCase: true)),
        });
    }

    private static async Task<IResult> LinksAsync(LinkSearch search, string? q, CancellationToken cancellation) =>
        TypedResults.Json(await search.FindAsync(q ?? "", cancellation));

    private static async Task<IResult> CreatePageAsync(NewPage asked, ItemStore items, CurrentSite current, IClock clock, CancellationToken cancellation)
    {
        var title = asked.Title?.Trim() ?? "";
        var key = Slug.From(title);
        if (key.Length == 0 || title.Length > 200)
            return Refused(EditorTexts.T["PageTitleBad"]);
        var page = new ContentPage { Id = Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset()), SiteKey = current.Key, Key = key, Title = title };
        return await items.SaveDraftAsync(page, 0, cancellation) switch
        {
            SaveResult.Saved saved => TypedResults.Json(new { label = title, address = page.Path, edit = ItemAddresses.Edit(saved.Item) }),
            SaveResult.AddressTaken => Refused(SharedTexts.T["AddressTaken"]),
            SaveResult.Refused refused => Refused(string.Join(' ', refused.Faults.Select(f => f.Message))),
            _ => Refused(EditorTexts.T["PageTitleBad"]),
        };
    }

    private static async Task<IResult> KeptAsync(Guid id, CmsDbContext database, CurrentPerson person, TerritoryTime time, CancellationToken cancellation)
    {
        var kept = await FindAsync(database, id, person, cancellation);
        var zone = await time.ZoneAsync(cancellation);
        return kept is null ? TypedResults.NoContent() : TypedResults.Json(new { text = kept.Text, fromVersion = kept.FromVersion, at = At.Format(kept.At.InZone(zone).LocalDateTime) });
    }

    private static async Task<IResult> KeepAsync(Guid id, KeptText asked, CmsDbContext database, CurrentPerson person, CurrentSite current, IClock clock, CancellationToken cancellation)
    {
        if (asked.Text is not { Length: > 0 and <= LargestAutosave } text)
            return TypedResults.BadRequest();
        var kept = await FindAsync(database, id, person, cancellation);
        if (kept is null)
            database.Autosaves.Add(kept = new() { ItemId = id, PersonId = person.Person!.Id, SiteKey = current.Key, Text = text });
        (kept.Text, kept.FromVersion, kept.At) = (text, asked.FromVersion, clock.GetCurrentInstant());
        await database.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ForgetAsync(Guid id, CmsDbContext database, CurrentPerson person, CancellationToken cancellation)
    {
        if (await FindAsync(database, id, person, cancellation) is { } kept)
            database.Autosaves.Remove(kept);
        await database.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static Task<Autosave?> FindAsync(CmsDbContext database, Guid id, CurrentPerson person, CancellationToken cancellation) =>
        database.Autosaves.FirstOrDefaultAsync(a => a.ItemId == id && a.PersonId == person.Person!.Id, cancellation);

    private static JsonHttpResult<Refusal> Refused(string message) => TypedResults.Json(new Refusal(message), statusCode: StatusCodes.Status422UnprocessableEntity);

    /// <summary>Why something was not done, in French.</summary>
    public sealed record Refusal(string Message);

    /// <summary>A page to make.</summary>
    public sealed record NewPage(string? Title);

    /// <summary>A form's fields as JSON.</summary>
    public sealed record KeptText(string? Text, long FromVersion);
}
