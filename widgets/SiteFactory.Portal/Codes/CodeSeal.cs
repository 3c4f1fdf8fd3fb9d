using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace SiteFactory.Portal.Codes;

/// <summary>Keeps a code readable for the mails and letters that repeat it, sealed with the host's keys: a stolen table opens nothing.</summary>
public sealed class CodeSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SiteFactory.Portal.Code");

    public string Seal(TrackingCode code) => _protector.Protect(code.ToString());

    /// <summary>Null when the keys of that time are gone: the citizen still has the code.</summary>
    public TrackingCode? Open(string text)
    {
        try
        {
            return TrackingCode.Parse(_protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
