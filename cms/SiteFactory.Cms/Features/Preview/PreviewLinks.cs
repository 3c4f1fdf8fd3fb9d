using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SiteFactory.Cms.Access;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.Content;
using SiteFactory.Cms.Editing;

namespace SiteFactory.Cms.Features.Preview;

/// <summary>Links that show one draft to people without an account: random, known by their hash alone, for a time, until revoked.</summary>
public sealed class PreviewLinks(CmsDbContext database, ChangeLog log, CurrentPerson person, IClock clock)
{
    // 256 bits: nobody guesses one.
    private const int SecretBytes = 32;

    /// <summary>The links of an item that still work, the newest first.</summary>
    public async Task<IReadOnlyList<PreviewLink>> OfAsync(Guid itemId, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var links = await database.PreviewLinks.AsNoTracking().Where(l => l.ItemId == itemId && l.RevokedAt == null).ToListAsync(cancellation);
        return [.. links.Where(l => l.ExpiresAt > now).OrderByDescending(l => l.CreatedAt)];
    }

    /// <summary>Makes a link.</summary>
    /// <returns>Its secret, which is kept nowhere.</returns>
    public async Task<string> CreateAsync(ItemRecord item, Duration lasting, CancellationToken cancellation)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var now = clock.GetCurrentInstant();
        database.PreviewLinks.Add(new()
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            ItemId = item.Id,
            SiteKey = item.SiteKey,
            SecretHash = HashOf(secret),
            CreatedAt = now,
            CreatedBy = person.Name,
            ExpiresAt = now + lasting,
        });
        log.Journal("preview-link-created", item.SiteKey, item.Title, item.Id);
        await database.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>Ends a link at once.</summary>
    public async Task RevokeAsync(Guid itemId, Guid linkId, CancellationToken cancellation)
    {
        if (await database.PreviewLinks.FirstOrDefaultAsync(l => l.Id == linkId && l.ItemId == itemId, cancellation) is not { RevokedAt: null } link)
            return;
        link.RevokedAt = clock.GetCurrentInstant();
        log.Journal("preview-link-revoked", link.SiteKey, link.CreatedBy, itemId);
        await database.SaveChangesAsync(cancellation);
    }

    /// <summary>The item that the link shows; null when it never was one, has expired, was revoked, or its item is in the trash.</summary>
    public async Task<ItemRecord?> FindAsync(string secret, CancellationToken cancellation)
    {
        var hash = HashOf(secret);
        var link = await database.PreviewLinks.AsNoTracking().FirstOrDefaultAsync(l => l.SecretHash == hash, cancellation);
        if (link is null or { RevokedAt: not null } || link.ExpiresAt <= clock.GetCurrentInstant())
            return null;
        return await database.Items.AsNoTracking().FirstOrDefaultAsync(i => i.Id == link.ItemId && i.SiteKey == link.SiteKey && i.DeletedAt == null, cancellation);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
