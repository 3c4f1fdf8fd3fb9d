using Microsoft.AspNetCore.Identity;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.People;

/// <summary>What a browser answered about passkeys. An answer to a question that nobody asked – too late, sent twice, or forged – is none.</summary>
internal static class PasskeyAnswers
{
    /// <summary>A new passkey; null: there is no answer.</summary>
    public static Task<PasskeyAttestationResult?> AttestAsync(this SignInManager<Person> signIn, string? credential) =>
        ReadAsync(credential, signIn.PerformPasskeyAttestationAsync);

    /// <summary>A known passkey; null: there is no answer.</summary>
    public static Task<PasskeyAssertionResult<Person>?> AssertAsync(this SignInManager<Person> signIn, string? credential) =>
        ReadAsync(credential, signIn.PerformPasskeyAssertionAsync);

    private static async Task<T?> ReadAsync<T>(string? credential, Func<string, Task<T>> read)
        where T : class
    {
        if (string.IsNullOrEmpty(credential))
            return null;
        try
        {
            return await read(credential);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
