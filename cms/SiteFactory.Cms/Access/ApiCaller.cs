using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.People;

namespace SiteFactory.Cms.Access;

/// <summary>The program that makes this request, by its key (<c>Authorization: Bearer sf_…</c>).</summary>
public sealed class ApiCaller(CmsDbContext database, IClock clock)
{
    private const string Scheme = "Bearer ";

    // A key's last use is told by the minute: a busy program does not write a row a request.
    private static readonly Duration Precision = Duration.FromMinutes(1);

    /// <summary>Null when the request has no key that is good.</summary>
    public ApiKey? Key { get; private set; }

    /// <summary>Whether the key gives this right, on this site or, without one, on the whole territory.</summary>
    public bool Allows(ApiRight right, string? siteKey) =>
        Key is { } key && key.Right >= right && (key.SiteKey is null || key.SiteKey == siteKey);

    /// <summary>Looks the key up.</summary>
    public async Task LoadAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return;
        var hash = Secrets.Hash(header[Scheme.Length..].Trim());
        var now = clock.GetCurrentInstant();
        var key = await database.ApiKeys.FirstOrDefaultAsync(k => k.SecretHash == hash && k.RevokedAt == null, context.RequestAborted);
        if (key is null || key.ExpiresAt <= now)
            return;
        Key = key;
        if (key.LastUsedAt is { } last && now - last < Precision)
            return;
        await database.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.LastUsedAt, now), context.RequestAborted);
    }
}
