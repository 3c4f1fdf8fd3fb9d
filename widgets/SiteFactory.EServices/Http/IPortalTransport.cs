namespace SiteFactory.EServices.Http;

/// <summary>Fetches a portal's answers under limits.</summary>
public interface IPortalTransport
{
    /// <summary>The body of a good answer. Throws <see cref="PortalException"/> for everything else.</summary>
    /// <param name="isLocal">The territory means a private address or plain HTTP.</param>
    Task<ReadOnlyMemory<byte>> GetAsync(Uri address, bool isLocal, CancellationToken cancellation);
}

/// <summary>Why a portal gave no good answer.</summary>
public enum PortalProblem
{
    /// <summary>Nobody answers, or the connection breaks.</summary>
    Down,

    /// <summary>The answer did not end in time.</summary>
    Slow,

    /// <summary>The answer is larger than a catalogue may be.</summary>
    TooLarge,

    /// <summary>The answer is not what the protocol says.</summary>
    Malformed,

    /// <summary>The portal answers with an error.</summary>
    Refused,

    /// <summary>The address leads to a private network and the territory does not say so.</summary>
    PrivateAddress,

    /// <summary>The address is not HTTPS.</summary>
    NotSecure,
}

/// <summary>A portal gave no good answer.</summary>
public sealed class PortalException(PortalProblem problem, string detail, Exception? inner = null) : Exception(detail, inner)
{
    /// <summary>What happened.</summary>
    public PortalProblem Problem { get; } = problem;
}

/// <summary>How much a portal may cost a build.</summary>
public sealed record PortalLimits
{
    /// <summary>What builds go by.</summary>
    public static PortalLimits Default { get; } = new();

    /// <summary>Until a connection stands.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>For all questions to one portal, answers read to their end.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Of one answer, unpacked.</summary>
    public int Bytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Redirects followed for one question.</summary>
    public int Redirects { get; init; } = 3;
}
