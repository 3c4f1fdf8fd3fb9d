using System.Security.Cryptography;
using System.Text;

namespace SiteFactory.Cms.People;

/// <summary>Secrets that are handed out once: in links and as keys. Only their hash is kept.</summary>
public static class Secrets
{
    private const int Bytes = 24;

    /// <summary>192 random bits, fit for a URL.</summary>
    public static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).Replace('+', '-').Replace('/', '_');

    /// <summary>SHA-256, lower-case hexadecimal. The secret has too many bits to be guessed, so no slow hash is needed.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
