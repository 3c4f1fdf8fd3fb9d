using NodaTime;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>Stands still until a test moves it.</summary>
public sealed class TestClock : IClock
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 9, 0);

    private Instant _now = Start;

    /// <summary>A test moved it.</summary>
    public bool IsMoved => _now != Start;

    public Instant GetCurrentInstant() => _now;

    public void Advance(Duration by) => _now += by;

    public void Set(Instant now) => _now = now;
}
