using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace SiteFactory.Portal.Guard;

/// <summary>Publik's signature of a query: <c>orig</c>, <c>algo</c>, <c>timestamp</c>, <c>nonce</c>, then <c>signature</c>.</summary>
public static class Signature
{
    /// <summary>How far apart two clocks may be.</summary>
    public static readonly Duration Tolerance = Duration.FromSeconds(30);

    private const string Marker = "&signature=";

    /// <summary>Appends the signature to a query without its question mark.</summary>
    public static string Sign(string query, string orig, string key, Instant at, string nonce)
    {
        var start = query.Length == 0 ? "" : query + "&";
        var signed = $"{start}orig={Uri.EscapeDataString(orig)}&algo=sha256&timestamp={Uri.EscapeDataString(Stamp(at))}&nonce={nonce}";
        return signed + Marker + Uri.EscapeDataString(Of(signed, key));
    }

    /// <summary>Base64 of HMAC-SHA256 over the query so far.</summary>
    public static string Of(string signed, string key) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed)));

    /// <summary>The parts of a signed query, or null when it is not signed as it must be: the signature is last, and alone.</summary>
    /// <param name="query">Without its question mark, as it was sent.</param>
    public static SignedQuery? Parse(string query)
    {
        var at = query.LastIndexOf(Marker, StringComparison.Ordinal);
        if (at < 0 || query.IndexOf('&', at + 1) >= 0 || query.IndexOf(Marker, StringComparison.Ordinal) != at)
            return null;
        var signed = query[..at];
        var parts = signed.Split('&').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToLookup(p => p[0], p => Uri.UnescapeDataString(p[1].Replace('+', ' ')), StringComparer.Ordinal);
        if (One(parts, "algo") != "sha256" || One(parts, "orig") is not { } orig || One(parts, "nonce") is not { Length: >= 8 and <= 128 } nonce)
            return null;
        var stamp = InstantPattern.General.Parse(One(parts, "timestamp") ?? "");
        return stamp.Success ? new(signed, orig, stamp.Value, nonce, Uri.UnescapeDataString(query[(at + Marker.Length)..])) : null;
    }

    private static string? One(ILookup<string, string> parts, string name) => parts[name].ToList() is [var one] ? one : null;

    private static string Stamp(Instant at) => InstantPattern.General.Format(at);
}

/// <summary>A query that says who signed it, when and how.</summary>
public sealed record SignedQuery(string Signed, string Orig, Instant At, string Nonce, string Given)
{
    /// <summary>Whether the key made that signature; the time it takes says nothing of where they differ.</summary>
    public bool IsBy(string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Signature.Of(Signed, key)), Encoding.UTF8.GetBytes(Given));

    public bool IsFresh(Instant now) => now - At <= Signature.Tolerance && At - now <= Signature.Tolerance;
}
