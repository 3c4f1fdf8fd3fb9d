using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SiteFactory.Content.Slugs;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Forms;
using SiteFactory.Portal.Territory;

namespace SiteFactory.Portal.Dispatch;

/// <summary>A rule of the referential: what it fits, and the body that then handles the request. Null parts fit everything.</summary>
/// <param name="Category">A request's category.</param>
/// <param name="Commune">A body's key.</param>
/// <param name="Place">Words of a street or place, in any spelling.</param>
public sealed record DispatchRule(long Id, string? Category, string? Commune, string? Place, string Body);

/// <summary>Where a request is about, as the referential looks at it.</summary>
public sealed record DispatchCase(string Category, string? Commune, string? Place);

/// <summary>Decides which body handles a request: the rule that says most, or the form's own word.</summary>
public static class Dispatcher
{
    /// <summary>The body's key. A place weighs more than a commune, a commune more than a category; then the older rule.</summary>
    public static string Decide(IEnumerable<DispatchRule> rules, DispatchCase about, Handler otherwise, PortalTerritory territory)
    {
        var best = rules.Where(r => Fits(r, about) && territory.Body(r.Body) is not null).OrderByDescending(Weight).ThenBy(r => r.Id).FirstOrDefault();
        return best?.Body ?? Default(about.Commune, otherwise, territory);
    }

    /// <summary>The category key of a request: the answer of the form's dispatch field, or the form itself.</summary>
    public static (string Key, string Label, Handler Handler) Category(FormDefinition form, Answers answers)
    {
        var option = form.DispatchField is { } name ? form.Field(name)?.Option(answers.One(name)) : null;
        return option is null
            ? (form.Slug, form.Title, form.Handler)
            : (form.Slug + "/" + option.Value, option.Label, option.Handler ?? form.Handler);
    }

    private static bool Fits(DispatchRule rule, DispatchCase about) =>
        (rule.Category is null || rule.Category == about.Category || about.Category.StartsWith(rule.Category + "/", StringComparison.Ordinal))
        && (rule.Commune is null || rule.Commune == about.Commune)
        && (rule.Place is null || Holds(about.Place, rule.Place));

    private static bool Holds(string? place, string words) =>
        place is not null && ("-" + Slug.From(place) + "-").Contains("-" + Slug.From(words) + "-", StringComparison.Ordinal);

    private static int Weight(DispatchRule rule) =>
        (rule.Place is null ? 0 : 8) + (rule.Commune is null ? 0 : 4) + (rule.Category is null ? 0 : rule.Category.Contains('/', StringComparison.Ordinal) ? 2 : 1);

    private static string Default(string? commune, Handler handler, PortalTerritory territory) =>
        handler == Handler.Commune && territory.Body(commune) is { } body ? body.Key : (territory.Metropole ?? territory.Bodies[0]).Key;
}

/// <summary>The referential as it is stored. Agents see and change the rules of bodies they handle.</summary>
public sealed class Referential(PortalDbContext db, IPortalTerritory territory)
{
    public async Task<ImmutableArray<DispatchRule>> AllAsync(CancellationToken cancellation) =>
        [.. await db.DispatchRules.AsNoTracking().OrderBy(r => r.Id)
            .Select(r => new DispatchRule(r.Id, r.Category, r.Commune, r.Place, r.Body)).ToListAsync(cancellation)];

    /// <summary>The body that a request goes to.</summary>
    public async Task<string> DecideAsync(DispatchCase about, Handler otherwise, CancellationToken cancellation) =>
        Dispatcher.Decide(await AllAsync(cancellation), about, otherwise, await territory.CurrentAsync(cancellation));

    /// <summary>Adds a rule. False when the agent may not: it must be an administrator of the commune that the rule is about, or of the métropole.</summary>
    public async Task<bool> AddAsync(PortalAgent agent, DispatchRule rule, CancellationToken cancellation)
    {
        var now = await territory.CurrentAsync(cancellation);
        if (!MayChange(agent, rule.Commune, now) || now.Body(rule.Body) is null || (rule.Category ?? rule.Commune ?? rule.Place) is null)
            return false;
        db.DispatchRules.Add(new() { Category = rule.Category, Commune = rule.Commune, Place = rule.Place, Body = rule.Body });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Takes a rule away, under the same conditions.</summary>
    public async Task<bool> RemoveAsync(PortalAgent agent, long id, CancellationToken cancellation)
    {
        var row = await db.DispatchRules.FirstOrDefaultAsync(r => r.Id == id, cancellation);
        if (row is null || !MayChange(agent, row.Commune, await territory.CurrentAsync(cancellation)))
            return false;
        db.DispatchRules.Remove(row);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>Whether the agent may change rules about that commune; null: about the whole territory.</summary>
    public static bool MayChange(PortalAgent agent, string? commune, PortalTerritory territory) =>
        agent.IsAdministrator
        && (agent.Bodies.Contains(territory.Metropole?.Key ?? "") || (commune is not null && agent.Bodies.Contains(commune)));
}
