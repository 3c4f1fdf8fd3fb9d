using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SiteFactory.Cms.Data;

namespace SiteFactory.Cms.Hosting;

/// <summary>
/// Answers whoever watches the process, under any host name: <c>/health/live</c> says that it runs, <c>/health/ready</c> (also
/// <c>/sante</c>) that it can do its work. A check's name is all that is told.
/// </summary>
public sealed class Health(RequestDelegate next, IServiceScopeFactory scopes, IOptions<CmsOptions> options, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Answers, or lets the request pass.</summary>
    public Task InvokeAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/health/live" => AnswerAsync(context, []),
        "/health/ready" or "/sante" => ReadyAsync(context),
        _ => next(context),
    };

    private async Task ReadyAsync(HttpContext context)
    {
        var checks = new List<(string Name, bool IsGood)>
        {
            ("database", await DatabaseAsync(context.RequestAborted)),
            ("running", !lifetime.ApplicationStopping.IsCancellationRequested),
        };
        if (options.Value.Role != CmsRole.Web)
            checks.Add(("output", CanWrite(options.Value.Output)));
        await AnswerAsync(context, checks);
    }

    private async Task<bool> DatabaseAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CmsDbContext>().PublicationStates.AsNoTracking().SingleOrDefaultAsync(patience.Token);
            return true;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or OperationCanceledException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool CanWrite(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".sante-" + Path.GetRandomFileName());
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static Task AnswerAsync(HttpContext context, IReadOnlyCollection<(string Name, bool IsGood)> checks)
    {
        var isGood = checks.All(c => c.IsGood);
        context.Response.StatusCode = isGood ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(new { status = isGood ? "ok" : "failing", checks = checks.ToDictionary(c => c.Name, c => c.IsGood ? "ok" : "failing", StringComparer.Ordinal) });
    }
}
