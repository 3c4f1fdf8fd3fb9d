using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using NodaTime;

namespace SiteFactory.Portal.Guard;

/// <summary>What is counted.</summary>
public enum Counted
{
    /// <summary>A code that opens nothing.</summary>
    WrongCode,

    /// <summary>Any page that is sent.</summary>
    Post,

    /// <summary>A request that is sent.</summary>
    Submission,

    /// <summary>A look-up of addresses.</summary>
    Search,

    /// <summary>A call of an API.</summary>
    Api,
}

/// <summary>
/// Counts what an address does in a time. Addresses are kept as a keyed hash with a key of this process, and forgotten when their
/// time is over: nobody's address is stored. IPv6 counts by network (/64), which one person owns.
/// </summary>
public sealed class AddressLimiter(IClock clock, PortalOptions options)
{
    private const int MostEntries = 100_000;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Window> _windows = new(StringComparer.Ordinal);

    /// <summary>Counts once more. False: too much, refuse.</summary>
    public bool Allow(Counted what, IPAddress? address)
    {
        var window = Current(what, address);
        return Interlocked.Increment(ref window.Count) <= Limit(what).Most;
    }

    /// <summary>Whether the address is under its limit, without counting.</summary>
    public bool IsUnder(Counted what, IPAddress? address) => Volatile.Read(ref Current(what, address).Count) < Limit(what).Most;

    private Window Current(Counted what, IPAddress? address)
    {
        var now = clock.GetCurrentInstant();
        if (_windows.Count > MostEntries)
            Forget(now);
        return _windows.AddOrUpdate(Name(what, address), _ => new(now + Limit(what).Span), (_, old) => old.Ends > now ? old : new(now + Limit(what).Span));
    }

    private (int Most, Duration Span) Limit(Counted what) => what switch
    {
        Counted.WrongCode => (options.WrongCodes, Duration.FromMinutes(10)),
        Counted.Submission => (options.Submissions, Duration.FromHours(1)),
        Counted.Search => (300, Duration.FromMinutes(10)),
        Counted.Api => (600, Duration.FromMinutes(10)),
        _ => (options.Posts, Duration.FromMinutes(10)),
    };

    private void Forget(Instant now)
    {
        foreach (var (name, window) in _windows)
        {
            if (window.Ends <= now || _windows.Count > MostEntries * 2)
                _windows.TryRemove(name, out _);
        }
    }

    private string Name(Counted what, IPAddress? address)
    {
        var bytes = (address ?? IPAddress.None) is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4().GetAddressBytes() : (address ?? IPAddress.None).GetAddressBytes();
        var network = address?.AddressFamily == AddressFamily.InterNetworkV6 && bytes.Length == 16 ? bytes[..8] : bytes;
        return (int)what + Convert.ToHexString(HMACSHA256.HashData(_key, network).AsSpan(0, 16));
    }

    private sealed class Window(Instant ends)
    {
        public readonly Instant Ends = ends;
        public int Count;
    }
}
