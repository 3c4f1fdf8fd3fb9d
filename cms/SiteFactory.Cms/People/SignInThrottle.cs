using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using NodaTime;

namespace SiteFactory.Cms.People;

/// <summary>
/// Bounds how many sign-ins one network address may fail in a while, whatever the accounts; an account has its own bound
/// (Identity's lockout). IPv6 addresses count by their /64 network.
/// </summary>
public sealed class SignInThrottle(IClock clock)
{
    private const int MostFailures = 30;
    private const int MostAddresses = 20_000;

    private static readonly Duration Window = Duration.FromMinutes(15);

    private readonly ConcurrentDictionary<string, (int Failures, Instant Since)> _failures = new(StringComparer.Ordinal);

    /// <summary>Whether the address must wait.</summary>
    public bool IsBlocked(IPAddress? address) =>
        _failures.TryGetValue(Name(address), out var known) && clock.GetCurrentInstant() - known.Since < Window && known.Failures >= MostFailures;

    /// <summary>One more failure.</summary>
    public void Failed(IPAddress? address)
    {
        var now = clock.GetCurrentInstant();
        if (_failures.Count > MostAddresses)
            Forget(now);
        _failures.AddOrUpdate(Name(address), (1, now), (_, known) => now - known.Since < Window ? (known.Failures + 1, known.Since) : (1, now));
    }

    private void Forget(Instant now)
    {
        foreach (var (name, known) in _failures)
        {
            if (now - known.Since >= Window)
                _failures.TryRemove(name, out _);
        }
    }

    private static string Name(IPAddress? address)
    {
        if (address is null)
            return "";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, 8)) : plain.ToString();
    }
}
