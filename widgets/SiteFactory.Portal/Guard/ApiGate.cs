using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Portal.Data;

namespace SiteFactory.Portal.Guard;

/// <summary>Knows the programs that use the APIs: by Publik's signature (each nonce once), by HTTP Basic, or by Open311's key.</summary>
public sealed class ApiGate(PortalDbContext db, PortalOptions options, IClock clock)
{
    private const int ShortestKey = 16;

    /// <summary>The user's name, or null.</summary>
    public async Task<string?> WhoAsync(HttpContext context, CancellationToken cancellation)
    {
        if (Signature.Parse(context.Request.QueryString.Value?.TrimStart('?') ?? "") is { } signed)
            return await SignedAsync(signed, cancellation);
        return Basic(context.Request.Headers.Authorization.ToString());
    }

    /// <summary>The user whose Open311 key that is, or null.</summary>
    public string? ByKey(string? key)
    {
        string? found = null;
        // Every user is looked at, so that the time taken says nothing.
        foreach (var user in options.ApiUsers.Where(u => u.Key.Length >= ShortestKey))
            found = Same(user.Key, key ?? "") ? user.Name : found;
        return found;
    }

    private async Task<string?> SignedAsync(SignedQuery query, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (User(query.Orig) is not { } user || !query.IsBy(user.Key) || !query.IsFresh(now))
            return null;
        db.Nonces.Add(new() { Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.Name + "\n" + query.Nonce))), ExpiresAt = now + (Signature.Tolerance * 3) });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return user.Name;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    private string? Basic(string header)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length) || Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is not [var name, var password])
            return null;
        return User(name) is { } user && Same(user.Key, password) ? user.Name : null;
    }

    private ApiUser? User(string name) => options.ApiUsers.FirstOrDefault(u => u.Name == name && u.Key.Length >= ShortestKey);

    private static bool Same(string key, string given) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));
}
