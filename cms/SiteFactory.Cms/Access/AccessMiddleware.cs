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
    public async Task InvokeAsync(HttpContext context, CurrentPerson person, CurrentSite site, CmsDbContext database)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }
        await person.LoadAsync(context.User, context.RequestAborted);
        var verdict = await DecideAsync(context, endpoint, person, site, database);
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
            case Verdict.NotFound:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
        }
    }

    private static async Task<Verdict> DecideAsync(HttpContext context, Endpoint endpoint, CurrentPerson person, CurrentSite site, CmsDbContext database)
    {
        var rules = endpoint.Metadata.GetOrderedMetadata<IAccessRule>();
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
        var record = await database.Sites.AsNoTracking().FirstOrDefaultAsync(s => s.Key == key && s.ClosedAt == null, context.RequestAborted);
        if (record is null)
            return Verdict.NotFound;
        if (!person.Rights.Allow(record.Key, record.Kind, Asked(context, endpoint, rule)))
            return Verdict.Refused;
        site.Record = record;
        database.RestrictTo(record.Key);
        return Verdict.Allowed;
    }

    private static SiteRight Asked(HttpContext context, Endpoint endpoint, SiteAccessAttribute rule)
    {
        var handler = context.GetRouteValue("handler") as string ?? context.Request.Query["handler"].ToString();
        if (handler.Length > 0
            && endpoint.Metadata.GetOrderedMetadata<HandlerAccessAttribute>().FirstOrDefault(h => h.Handler.Equals(handler, StringComparison.OrdinalIgnoreCase)) is { } own)
            return own.Right;
        return HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? rule.Right : rule.Post;
    }

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
        NotFound,
    }
}
