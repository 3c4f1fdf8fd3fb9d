using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.People;

/// <summary>
/// Ends a session whose stamp is old, at its next request. One whose stamp holds stays as it is: rights are read from the database for
/// each request (<see cref="Access.CurrentPerson"/>), so nothing in the cookie grows old, and no new one is made each time.
/// </summary>
internal sealed class SessionStamps(IOptions<SecurityStampValidatorOptions> options, SignInManager<Person> signIn, ILoggerFactory logs)
    : SecurityStampValidator<Person>(options, signIn, logs)
{
    /// <inheritdoc/>
    protected override Task SecurityStampVerified(Person user, CookieValidatePrincipalContext context) => Task.CompletedTask;
}
