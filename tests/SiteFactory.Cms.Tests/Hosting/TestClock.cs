using NodaTime;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>Stands still until a test moves it.</summary>
public sealed class TestClock : IClock
{
    private Instant _now = Instant.FromUtc(2026, 11, 22, 9, 0);

    public Instant GetCurrentInstant() => _now;

    public void Advance(Duration by) => _now += by;

    public void Set(Instant now) => _now = now;
}
