using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;

namespace SiteFactory.Cms.Delivery.Items;

/// <summary>Reads and writes the items of one site.</summary>
internal static class ItemEndpoints
{
    public static void Map(RouteGroupBuilder items)
    {
        items.MapGet("", ListAsync).WithMetadata(new ApiAccessAttribute(ApiRight.Read)).WithSummary("Items, filtered and paged: kind, q, updatedSince, state, sort, page, pageSize.").Produces<ItemsAnswer>().ProducesValidationProblem();
        items.MapGet("/{id:guid}", FindAsync).WithMetadata(new ApiAccessAttribute(ApiRight.Read)).WithSummary("One item; ?state=all tells the draft when there is one.").Produces<ItemAnswer>().Produces(StatusCodes.Status404NotFound);
        items.MapPut("/{id:guid}", SaveAsync).WithMetadata(new ApiAccessAttribute(ApiRight.Write)).WithSummary("Saves a draft; a new item when the id is unknown.").Produces<ItemAnswer>().ProducesValidationProblem().Produces(StatusCodes.Status409Conflict);
        items.MapPost("/{id:guid}/publish", PublishAsync).WithMetadata(new ApiAccessAttribute(ApiRight.Publish)).WithSummary("Publishes the draft.").Produces<ItemAnswer>().Produces(StatusCodes.Status409Conflict);
        items.MapPost("/{id:guid}/withdraw", WithdrawAsync).WithMetadata(new ApiAccessAttribute(ApiRight.Publish)).WithSummary("Takes the item off the public site.").Produces<ItemAnswer>().Produces(StatusCodes.Status409Conflict);
        items.MapDelete("/{id:guid}", DeleteAsync).WithMetadata(new ApiAccessAttribute(ApiRight.Publish)).WithSummary("Puts the item into the trash.").Produces(StatusCodes.Status204NoContent).Produces(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ItemStore store, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var query = ItemQuery.Read(context.Request.Query, errors);
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors);
        var fitting = query.Apply(store.Items.AsNoTracking());
        var total = await fitting.CountAsync(cancellation);
        var rows = await fitting.Skip((query.Page - 1) * query.PageSize).Take(query.PageSize).ToListAsync(cancellation);
        return TypedResults.Ok(new ItemsAnswer([.. rows.Select(ItemAnswers.Short)], query.Page, query.PageSize, total));
    }

    private static async Task<IResult> FindAsync(Guid id, HttpContext context, ItemStore store, TerritoryTime time, CancellationToken cancellation)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var name in context.Request.Query.Keys.Where(k => k != "state"))
            errors[name] = ["Unknown filter. Known: state."];
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors);
        var live = context.Request.Query["state"] != "all";
        if (await store.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { } record
            || ItemAnswers.Full(record, live, await time.ZoneAsync(cancellation)) is not { } answer)
            return TypedResults.NotFound();
        var tag = Tag(record, live);
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        return context.Request.Headers.IfNoneMatch.Contains(tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(answer);
    }

    private static async Task<IResult> SaveAsync(Guid id, [FromBody] ItemInput input, CurrentSite site, ItemStore store, TerritoryTime time, CancellationToken cancellation)
    {
        var zone = await time.ZoneAsync(cancellation);
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (ItemWriting.Read(site.Key, id, input, zone, errors) is not { } item)
            return TypedResults.ValidationProblem(errors);
        if (await store.FindAsync(id, cancellation) is { } known && known.Kind != item.Kind)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["kind"] = ["An item's kind does not change."] });
        return await AnswerAsync(await store.SaveDraftAsync(item, input.Version, cancellation), time, cancellation);
    }

    private static async Task<IResult> PublishAsync(Guid id, long version, ItemStore store, TerritoryTime time, CancellationToken cancellation) =>
        await AnswerAsync(await store.PublishDraftAsync(id, version, cancellation), time, cancellation);

    private static async Task<IResult> WithdrawAsync(Guid id, long version, ItemStore store, TerritoryTime time, CancellationToken cancellation) =>
        await AnswerAsync(await store.WithdrawAsync(id, version, cancellation), time, cancellation);

    private static async Task<IResult> DeleteAsync(Guid id, long version, ItemStore store, TerritoryTime time, CancellationToken cancellation)
    {
        var result = await store.DeleteAsync(id, version, cancellation);
        return result is SaveResult.Saved ? TypedResults.NoContent() : await AnswerAsync(result, time, cancellation);
    }

    private static async Task<IResult> AnswerAsync(SaveResult result, TerritoryTime time, CancellationToken cancellation)
    {
        switch (result)
        {
            case SaveResult.Saved saved:
                return TypedResults.Ok(ItemAnswers.Full(saved.Item, live: false, await time.ZoneAsync(cancellation)));
            case SaveResult.Conflict conflict:
                return TypedResults.Problem(title: "Somebody saved since.", detail: $"The item is at version {conflict.Theirs.Version}, saved by {conflict.Theirs.UpdatedBy}.", statusCode: StatusCodes.Status409Conflict);
            case SaveResult.AddressTaken taken:
                return TypedResults.Problem(title: "Another item has that key.", detail: taken.Key, statusCode: StatusCodes.Status409Conflict);
            case SaveResult.Refused refused:
                var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
                ItemWriting.Tell(refused.Faults, errors);
                return TypedResults.ValidationProblem(errors);
            default:
                return TypedResults.NotFound();
        }
    }

    private static string Tag(ItemRecord record, bool live) =>
        new EntityTagHeaderValue($"\"{record.Version}{(live ? "" : "-draft")}\"").ToString();
}
