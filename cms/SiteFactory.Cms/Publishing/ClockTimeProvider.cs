using NodaTime;

namespace SiteFactory.Cms.Publishing;

/// <summary>The application's clock for those who ask .NET's own interface.</summary>
public sealed class ClockTimeProvider(IClock clock) : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
