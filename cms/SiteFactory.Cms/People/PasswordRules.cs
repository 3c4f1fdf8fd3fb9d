using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.People;

/// <summary>
/// Refuses passwords that attackers try first: common ones, alone or with a few characters around them, the person's own name or
/// address, and one short pattern over and over. There are no rules of composition (NIST SP 800-63B, ANSSI).
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Person>
{
    // What may be added to a common word without making it any better: "motdepasse2026!".
    private const int Padding = 6;
    private const int LongestPattern = 4;

    private static readonly FrozenSet<string> Common = Load();

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password)
    {
        var plain = Fold(password ?? "");
        if (IsPattern(plain) || IsCommon(plain))
            return Refuse("PasswordCommon");
        return IsPersonal(plain, user) ? Refuse("PasswordPersonal") : Task.FromResult(IdentityResult.Success);
    }

    private static Task<IdentityResult> Refuse(string code) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = code, Description = PeopleTexts.T[code] }));

    private static bool IsCommon(string plain)
    {
        for (var length = Math.Max(1, plain.Length - Padding); length <= plain.Length; length++)
        {
            for (var start = 0; start + length <= plain.Length; start++)
            {
                if (Common.Contains(plain.Substring(start, length)))
                    return true;
            }
        }
        return false;
    }

    private static bool IsPattern(string plain)
    {
        for (var length = 1; length <= LongestPattern && length < plain.Length; length++)
        {
            if (Enumerable.Range(length, plain.Length - length).All(i => plain[i] == plain[i - length]))
                return true;
        }
        return false;
    }

    private static bool IsPersonal(string plain, Person person)
    {
        string?[] own = [person.Email, person.Email?.Split('@')[0], person.DisplayName, person.DisplayName.Replace(" ", "", StringComparison.Ordinal)];
        return own.OfType<string>().Select(Fold).Any(o => o.Length >= 4 && plain.Contains(o, StringComparison.Ordinal) && plain.Length - o.Length <= Padding);
    }

    /// <summary>Lower case, without accents, and with the usual disguises taken off: "M0tD€P@sse" is "motdepasse".</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(c switch { '0' => 'o', '1' => 'i', '3' or '€' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c });
        }
        return folded.ToString();
    }

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("SiteFactory.Cms.People.common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Fold).ToFrozenSet(StringComparer.Ordinal);
    }
}
