using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;

namespace SiteFactory.Cms.Access;

/// <summary>
/// The one place where access is decided: finds the endpoint's rule, the person, and for routes of a site that site; then lets
/// the request through, or not. A site's route restricts the database to the site.
/// </summary>
public sealed class AccessMiddleware(RequestDelegate next)
{
    /// <summary>The route value that names a site.</summary>
    public const string SiteRouteValue = "site";

    private const string PasswordPage = "/mon-compte/mot-de-passe";

    /// <summary>Decides.</summary>
    public async Task InvokeAsync(HttpContext context, CurrentPerson person, CurrentSite site, ApiCaller caller, CmsDbContext database)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }
        var rules = endpoint.Metadata.GetOrderedMetadata<IAccessRule>();
        var verdict = rules is [ApiAccessAttribute api]
            ? await DecideApiAsync(context, api, person, site, caller, database)
            : await DecidePersonAsync(context, endpoint, rules, person, site, database);
        switch (verdict)
        {
            case Verdict.Allowed:
                await next(context);
                break;
            case Verdict.SignInFirst:
                AskToSignIn(context);
                break;
            case Verdict.ChangePasswordFirst:
                context.Response.Redirect(PasswordPage);
                break;
            case Verdict.KeyFirst:
                context.Response.Headers.WWWAuthenticate = "Bearer";
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                break;
            case Verdict.NotFound:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
        }
    }

    /// <summary>A program has its key and nothing else: a signed-in person's browser cannot be made to call the API.</summary>
    private static async Task<Verdict> DecideApiAsync(HttpContext context, ApiAccessAttribute rule, CurrentPerson person, CurrentSite site, ApiCaller caller, CmsDbContext database)
    {
        await caller.LoadAsync(context);
        if (caller.Key is null)
            return Verdict.KeyFirst;
        var key = context.GetRouteValue(SiteRouteValue) as string;
        if (!caller.Allows(rule.Right, key))
            return Verdict.Refused;
        person.ProgramName = caller.Key.Name;
        if (key is null)
            return Verdict.Allowed;
        site.Record = await OpenSiteAsync(context, database, key);
        if (site.Record is null)
            return Verdict.NotFound;
        database.RestrictTo(key);
        return Verdict.Allowed;
    }

    private static async Task<Verdict> DecidePersonAsync(HttpContext context, Endpoint endpoint, IReadOnlyList<IAccessRule> rules, CurrentPerson person, CurrentSite site, CmsDbContext database)
    {
        await person.LoadAsync(context.User, context.RequestAborted);
        // Two rules would leave open which one holds.
        if (rules.Count != 1)
            return Verdict.Refused;
        return rules[0] switch
        {
            OpenToAllAttribute => Verdict.Allowed,
            _ when !person.IsSignedIn => Verdict.SignInFirst,
            SignedInAttribute when MayStay(context) => Verdict.Allowed,
            _ when person.Person!.MustChangePassword => Verdict.ChangePasswordFirst,
            SignedInAttribute => Verdict.Allowed,
            TerritoryAccessAttribute rule => person.Rights.Allow(rule.Role) ? Verdict.Allowed : Verdict.Refused,
            SiteAccessAttribute rule => await DecideSiteAsync(context, endpoint, rule, person, site, database),
            _ => Verdict.Refused,
        };
    }

    /// <summary>Where somebody with a password that others know may go.</summary>
    private static bool MayStay(HttpContext context) => context.Request.Path.Value is PasswordPage or "/deconnexion";

    private static async Task<Verdict> DecideSiteAsync(HttpContext context, Endpoint endpoint, SiteAccessAttribute rule, CurrentPerson person, CurrentSite site, CmsDbContext database)
    {
        if (context.GetRouteValue(SiteRouteValue) is not string key)
            return Verdict.Refused;
        if (await OpenSiteAsync(context, database, key) is not { } record)
            return Verdict.NotFound;
        if (!person.Rights.Allow(record.Key, record.Kind, Asked(context, endpoint, rule)))
            return Verdict.Refused;
        site.Record = record;
        database.RestrictTo(record.Key);
        return Verdict.Allowed;
    }

    private static Task<Data.Content.SiteRecord?> OpenSiteAsync(HttpContext context, CmsDbContext database, string key) =>
        database.Sites.AsNoTracking().FirstOrDefaultAsync(s => s.Key == key && s.ClosedAt == null, context.RequestAborted);

    private static SiteRight Asked(HttpContext context, Endpoint endpoint, SiteAccessAttribute rule)
    {
        if (Handler(context) is { Length: > 0 } handler
            && endpoint.Metadata.GetOrderedMetadata<HandlerAccessAttribute>().FirstOrDefault(h => h.Handler.Equals(handler, StringComparison.OrdinalIgnoreCase)) is { } own)
            return own.Right;
        return HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? rule.Right : rule.Post;
    }

    // As Razor Pages choose it: of several in the address the first one is run.
    private static string? Handler(HttpContext context) =>
        context.GetRouteValue("handler") is string { Length: > 0 } routed ? routed : context.Request.Query["handler"] is [var first, ..] ? first : null;

    private static void AskToSignIn(HttpContext context)
    {
        var isPage = HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (!isPage)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }
        var back = context.Request.Path + context.Request.QueryString;
        context.Response.Redirect("/connexion?retour=" + Uri.EscapeDataString(back));
    }

    private enum Verdict
    {
        Refused,
        Allowed,
        SignInFirst,
        ChangePasswordFirst,
        KeyFirst,
        NotFound,
    }
}
