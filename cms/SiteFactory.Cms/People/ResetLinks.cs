using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Identity;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.People;

/// <summary>Links by which somebody chooses a new password.</summary>
public static class ResetLinks
{
    /// <summary>The path of a link for that person.</summary>
    public static async Task<string> MakeAsync(UserManager<Person> people, Person person)
    {
        var token = await people.GeneratePasswordResetTokenAsync(person);
        return $"/nouveau-mot-de-passe/{person.Id}/{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token))}";
    }

    /// <summary>The token of a link; empty when it makes no sense.</summary>
    public static string TokenFrom(string part)
    {
        var bytes = new byte[part.Length];
        return Base64Url.TryDecodeFromChars(part, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }
}
