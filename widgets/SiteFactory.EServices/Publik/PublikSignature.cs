using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SiteFactory.EServices.Publik;

/// <summary>
/// Publik's signature of a query: <c>orig</c>, <c>algo</c>, <c>timestamp</c> and <c>nonce</c> are appended, then the
/// HMAC-SHA256 of the whole query so far.
/// </summary>
public static class PublikSignature
{
    /// <summary>The query to send, without a question mark.</summary>
    /// <param name="query">What is asked, already encoded; may be empty.</param>
    /// <param name="nonce">Hexadecimal; each one once.</param>
    public static string Sign(string query, string orig, string key, DateTimeOffset at, string nonce)
    {
        var stamp = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var start = query.Length == 0 ? "" : query + "&";
        var signed = $"{start}orig={Uri.EscapeDataString(orig)}&algo=sha256&timestamp={Uri.EscapeDataString(stamp)}&nonce={Uri.EscapeDataString(nonce)}";
        return $"{signed}&signature={Uri.EscapeDataString(Compute(signed, key))}";
    }

    /// <summary>Whether the signature at the query's end is that of what stands before it. Times and nonces are the caller's to judge.</summary>
    /// <param name="query">Without a question mark, as it was sent.</param>
    public static bool Matches(string query, string key)
    {
        const string Mark = "&signature=";
        var at = query.LastIndexOf(Mark, StringComparison.Ordinal);
        if (at < 0 || query.IndexOf('&', at + 1) >= 0)
            return false;
        var given = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(query[(at + Mark.Length)..]));
        return CryptographicOperations.FixedTimeEquals(given, Encoding.UTF8.GetBytes(Compute(query[..at], key)));
    }

    private static string Compute(string signed, string key) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed)));
}

/// <summary>What it takes to sign questions to one portal.</summary>
/// <param name="Orig">The name under which the portal knows us.</param>
/// <param name="Key">Shared with the portal; a setting of the machine.</param>
/// <param name="Clock">Signatures hold half a minute.</param>
public sealed record PublikSigning(string Orig, string Key, TimeProvider Clock)
{
    /// <summary>The signed form of a query.</summary>
    public string Sign(string query) =>
        PublikSignature.Sign(query, Orig, Key, Clock.GetUtcNow(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    // The key stays out of logs.
    public override string ToString() => $"PublikSigning {{ Orig = {Orig} }}";
}
