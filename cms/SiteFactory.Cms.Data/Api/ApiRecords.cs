using NodaTime;

namespace SiteFactory.Cms.Data.Api;

/// <summary>What a key may do; each includes the one before.</summary>
public enum ApiRight
{
    Read,
    Write,
    Publish,
}

/// <summary>A key for programs, bound to one site or to the whole territory.</summary>
public sealed class ApiKey
{
    public Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Null: every site.</summary>
    public string? SiteKey { get; init; }

    public ApiRight Right { get; init; }

    /// <summary>The key's first characters, to recognise it.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the key, hexadecimal; the key itself is shown once and kept nowhere.</summary>
    public required string SecretHash { get; init; }

    public Instant CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public Instant? ExpiresAt { get; init; }

    public Instant? RevokedAt { get; set; }

    public Instant? LastUsedAt { get; set; }
}

/// <summary>An address that is told of publications.</summary>
public sealed class Webhook
{
    public Guid Id { get; init; }

    /// <summary>Null: every site.</summary>
    public string? SiteKey { get; init; }

    /// <summary><c>https</c>, never a private address.</summary>
    public required string Url { get; set; }

    /// <summary>Signs the deliveries (HMAC-SHA256); protected at rest.</summary>
    public required string ProtectedSecret { get; set; }

    public Instant CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public Instant? DisabledAt { get; set; }
}

/// <summary>One message to one webhook, until it was taken or given up.</summary>
public sealed class WebhookDelivery
{
    public long Id { get; init; }

    public Guid WebhookId { get; init; }

    /// <summary>JSON.</summary>
    public required string Payload { get; init; }

    public Instant CreatedAt { get; init; }

    public int Attempts { get; set; }

    /// <summary>Null: delivered or given up.</summary>
    public Instant? NextAttemptAt { get; set; }

    public Instant? DeliveredAt { get; set; }

    /// <summary>HTTP status or what went wrong at the last attempt.</summary>
    public string? LastOutcome { get; set; }
}
