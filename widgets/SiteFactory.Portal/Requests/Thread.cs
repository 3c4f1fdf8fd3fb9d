using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Portal.Data;
using SiteFactory.Portal.Filling;
using SiteFactory.Portal.Uploads;

namespace SiteFactory.Portal.Requests;

/// <summary>One line of a thread, as its reader may see it.</summary>
/// <param name="Who">A body's name, "Vous" for the citizen, an agent's name before agents.</param>
/// <param name="To">The name of the body that a transfer went to, or of the agent that took the request.</param>
public sealed record ThreadLine(
    long Id, Instant At, EntryKind Kind, EntryAuthor Author, string Who, string? To, RequestStatus? Status, string? Text, ImmutableArray<UploadInfo> Files);

/// <summary>What a citizen sees of a request.</summary>
/// <param name="Handler">The name of the body that handles it.</param>
public sealed record CitizenRequest(
    long Id,
    string Reference,
    string Title,
    string Category,
    string Handler,
    string? Commune,
    string? Place,
    RequestStatus Status,
    Instant ReceivedAt,
    Instant UpdatedAt,
    Instant PurgeAt,
    bool IsErased,
    ImmutableArray<AnswerLine> Answers,
    ImmutableDictionary<string, UploadInfo> Uploads,
    ImmutableArray<ThreadLine> Thread)
{
    /// <summary>Whether it still takes messages.</summary>
    public bool IsOpen => !IsErased && Status is not (RequestStatus.Done or RequestStatus.Refused);
}
