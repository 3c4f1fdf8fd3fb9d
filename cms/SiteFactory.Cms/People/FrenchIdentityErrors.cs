using Microsoft.AspNetCore.Identity;

namespace SiteFactory.Cms.People;

/// <summary>ASP.NET Core Identity's refusals in French.</summary>
public sealed class FrenchIdentityErrors : IdentityErrorDescriber
{
    /// <inheritdoc/>
    public override IdentityError DefaultError() => Error(nameof(DefaultError));

    /// <inheritdoc/>
    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure));

    /// <inheritdoc/>
    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch));

    /// <inheritdoc/>
    public override IdentityError PasswordTooShort(int length) => new() { Code = nameof(PasswordTooShort), Description = PeopleTexts.T.Format(nameof(PasswordTooShort), length) };

    /// <inheritdoc/>
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error("PasswordCommon");

    /// <inheritdoc/>
    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail));

    /// <inheritdoc/>
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateEmail));

    /// <inheritdoc/>
    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail));

    /// <inheritdoc/>
    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidEmail));

    /// <inheritdoc/>
    public override IdentityError InvalidToken() => Error(nameof(InvalidToken));

    private static IdentityError Error(string code) => new() { Code = code, Description = PeopleTexts.T[code] };
}
