using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Data;

namespace SiteFactory.Cms.Hosting;

/// <summary>
/// A request keeps its connection to SQLite: a screen asks a dozen times, and opening anew for each question costs more than the answers.
/// An open connection without a statement locks nothing. On PostgreSQL connections are few, and each question borrows one.
/// </summary>
public sealed class OneConnection(RequestDelegate next)
{
    /// <summary>Opens it; the request's context closes it.</summary>
    public async Task InvokeAsync(HttpContext context, CmsDbContext database)
    {
        // Visitors without a session ask for little or nothing.
        if (context.GetEndpoint() is not null && context.Request.Cookies.ContainsKey(PeopleServices.SessionCookie) && database.Database.IsSqlite())
            await database.Database.OpenConnectionAsync(context.RequestAborted);
        await next(context);
    }
}
