using System.Net;
using NodaTime;
using SiteFactory.Portal.Guard;
using SiteFactory.Portal.Tests.Hosting;

namespace SiteFactory.Portal.Tests.Guard;

/// <summary>How often an address may do something.</summary>
public sealed class AddressLimiterTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private readonly MovableClock _clock = new();

    [Fact]
    public void An_address_is_stopped_at_its_limit_and_no_other_is()
    {
        var limiter = Limiter();
        Assert.All(Enumerable.Range(0, 3), _ => Assert.True(limiter.Allow(Counted.WrongCode, Here)));
        Assert.False(limiter.Allow(Counted.WrongCode, Here));
        Assert.False(limiter.IsUnder(Counted.WrongCode, Here));
        Assert.True(limiter.Allow(Counted.WrongCode, IPAddress.Parse("192.0.2.2")));
        Assert.True(limiter.Allow(Counted.Post, Here));
    }

    [Fact]
    public void The_time_passes()
    {
        var limiter = Limiter();
        while (limiter.Allow(Counted.WrongCode, Here))
            Assert.True(true);
        _clock.Move(Duration.FromMinutes(11));
        Assert.True(limiter.Allow(Counted.WrongCode, Here));
    }

    [Fact]
    public void A_network_of_one_person_counts_as_one()
    {
        var limiter = Limiter();
        for (var i = 1; i <= 3; i++)
            Assert.True(limiter.Allow(Counted.WrongCode, IPAddress.Parse("2001:db8:1:2::" + i)));
        Assert.False(limiter.Allow(Counted.WrongCode, IPAddress.Parse("2001:db8:1:2::ffff")));
        Assert.True(limiter.Allow(Counted.WrongCode, IPAddress.Parse("2001:db8:1:3::1")));
    }

    private AddressLimiter Limiter() => new(_clock, new() { WrongCodes = 3 });
}
