using NodaTime;

namespace SiteFactory.Portal.Data;

/// <summary>A form that is being filled in. Its code becomes the request's.</summary>
internal sealed class DraftRow
{
    public long Id { get; set; }

    public required string CodeHash { get; set; }

    public required string FormSlug { get; set; }

    public required string AnswersJson { get; set; }

    /// <summary>Where the citizen came from: a body's key, or null.</summary>
    public string? From { get; set; }

    public required Instant CreatedAt { get; set; }

    public required Instant ExpiresAt { get; set; }

    public int Version { get; set; }
}

/// <summary>A request that was sent.</summary>
internal sealed class RequestRow
{
    public long Id { get; set; }

    public required string CodeHash { get; set; }

    /// <summary>The code, sealed with the host's keys.</summary>
    public required string CodeSealed { get; set; }

    public required string FormSlug { get; set; }

    public required string FormTitle { get; set; }

    /// <summary>The key that the referential and the statistics know.</summary>
    public required string Category { get; set; }

    public required string CategoryLabel { get; set; }

    /// <summary>The body's key of the commune that it is about; null: the whole territory.</summary>
    public string? Commune { get; set; }

    /// <summary>The body that handles it now.</summary>
    public required string Body { get; set; }

    public string? AssignedTo { get; set; }

    public string? AssignedName { get; set; }

    public required RequestStatus Status { get; set; }

    public string? Summary { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    /// <summary>As it was typed, in lower case for look-ups.</summary>
    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Place { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public required string AnswersJson { get; set; }

    /// <summary><c>web</c>, <c>publik</c> or <c>open311</c>.</summary>
    public required string Channel { get; set; }

    public required Instant ReceivedAt { get; set; }

    public required Instant UpdatedAt { get; set; }

    public Instant? ClosedAt { get; set; }

    /// <summary>When its personal data goes, told to the citizen; counted anew from the day it is closed.</summary>
    public required Instant PurgeAt { get; set; }

    /// <summary>Set once its personal data is gone; what is left counts in the statistics.</summary>
    public Instant? ErasedAt { get; set; }

    public int RetentionMonths { get; set; }

    public int Version { get; set; }

    public List<EntryRow> Entries { get; } = [];
}

/// <summary>Where a request stands.</summary>
public enum RequestStatus
{
    Received,
    InProgress,

    /// <summary>The body waits for the citizen.</summary>
    Waiting,
    Done,
    Refused,
}

/// <summary>One line of a request's thread.</summary>
internal sealed class EntryRow
{
    public long Id { get; set; }

    public long RequestId { get; set; }

    public required Instant At { get; set; }

    public required EntryKind Kind { get; set; }

    public required EntryAuthor Author { get; set; }

    /// <summary>The agent's name, seen by agents only.</summary>
    public string? AgentName { get; set; }

    /// <summary>The body that the entry comes from.</summary>
    public string? Body { get; set; }

    public string? ToBody { get; set; }

    public RequestStatus? Status { get; set; }

    public string? Text { get; set; }
}

/// <summary>What an entry is.</summary>
public enum EntryKind
{
    Created,
    Status,

    /// <summary>From an agent to the citizen or the other way round.</summary>
    Message,

    /// <summary>Among agents.</summary>
    Note,
    Transfer,
    Assignment,
}

/// <summary>Who wrote an entry.</summary>
public enum EntryAuthor
{
    System,
    Citizen,
    Agent,
}

/// <summary>A file that a citizen or an agent attached, cleaned.</summary>
internal sealed class UploadRow
{
    /// <summary>128 random bits in hexadecimal.</summary>
    public required string Key { get; set; }

    public long? DraftId { get; set; }

    public long? RequestId { get; set; }

    public long? EntryId { get; set; }

    public string? Field { get; set; }

    public required string Name { get; set; }

    public required string ContentType { get; set; }

    public int Length { get; set; }

    public required Instant At { get; set; }
}

/// <summary>The bytes of an upload, apart so that lists do not read them.</summary>
internal sealed class UploadContentRow
{
    public required string Key { get; set; }

    public required byte[] Bytes { get; set; }
}

/// <summary>A rule of the referential; null parts fit everything.</summary>
internal sealed class DispatchRuleRow
{
    public long Id { get; set; }

    public string? Category { get; set; }

    public string? Commune { get; set; }

    /// <summary>Words of a street or place, folded.</summary>
    public string? Place { get; set; }

    public required string Body { get; set; }
}

/// <summary>Who did what with whose data.</summary>
internal sealed class AuditRow
{
    public long Id { get; set; }

    public required Instant At { get; set; }

    public required string Agent { get; set; }

    public required string Action { get; set; }

    public long? RequestId { get; set; }

    public string? Detail { get; set; }
}

/// <summary>A signature's nonce, kept until its time is over.</summary>
internal sealed class NonceRow
{
    public required string Key { get; set; }

    public required Instant ExpiresAt { get; set; }
}

/// <summary>A mail that waits to be sent, or could not be.</summary>
internal sealed class MailRow
{
    public long Id { get; set; }

    public required string To { get; set; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    public required Instant NotBefore { get; set; }

    public required Instant CreatedAt { get; set; }

    public int Attempts { get; set; }

    public long? RequestId { get; set; }
}
