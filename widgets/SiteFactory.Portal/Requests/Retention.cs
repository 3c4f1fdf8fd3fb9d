using NodaTime;

namespace SiteFactory.Portal.Requests;

/// <summary>How long personal data stays.</summary>
public static class Retention
{
    /// <summary>A request that nobody closes is kept this many months longer than a closed one.</summary>
    public const int OpenMonths = 12;

    /// <summary>So many months later, by the calendar.</summary>
    public static Instant End(Instant from, int months) =>
        from.InUtc().LocalDateTime.PlusMonths(months).InUtc().ToInstant();
}
