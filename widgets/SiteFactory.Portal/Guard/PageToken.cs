using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;

namespace SiteFactory.Portal.Guard;

/// <summary>What a page's token says when it comes back.</summary>
public enum TokenVerdict
{
    Good,

    /// <summary>Nobody reads and fills a page in so fast.</summary>
    TooFast,

    /// <summary>The page was open too long, or the keys changed.</summary>
    Old,

    /// <summary>Not a token of ours for this page.</summary>
    Wrong,
}

/// <summary>
/// A signed token inside each form, bound to what the form is for and to the moment it was made. It takes the place of a
/// cookie: there is none, so another site has no identity to borrow, and a robot must fetch a page and wait before it sends.
/// </summary>
public sealed class PageToken(IDataProtectionProvider protection, IClock clock, PortalOptions options)
{
    private static readonly Duration Life = Duration.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("SiteFactory.Portal.Page");

    /// <param name="purpose">The form's slug, or the code's hash of a request.</param>
    public string Create(string purpose) =>
        _protector.CreateProtector(purpose).Protect(clock.GetCurrentInstant().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <param name="isFirst">Whether the least time counts: it does on a form's first page.</param>
    public TokenVerdict Check(string purpose, string? token, bool isFirst)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 1000)
            return TokenVerdict.Wrong;
        try
        {
            var made = Instant.FromUnixTimeMilliseconds(long.Parse(_protector.CreateProtector(purpose).Unprotect(token), CultureInfo.InvariantCulture));
            var age = clock.GetCurrentInstant() - made;
            return isFirst && age < Duration.FromTimeSpan(options.MinimumTime) ? TokenVerdict.TooFast : age > Life ? TokenVerdict.Old : TokenVerdict.Good;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or OverflowException)
        {
            return TokenVerdict.Wrong;
        }
    }
}
