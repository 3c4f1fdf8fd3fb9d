using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.People;

namespace SiteFactory.Cms.Hosting;

/// <summary>Accounts: ASP.NET Core Identity with the house's rules.</summary>
internal static class PeopleServices
{
    /// <summary>Characters of the shortest password; there are no rules of composition (ANSSI, NIST SP 800-63B).</summary>
    public const int ShortestPassword = 12;

    /// <summary>The cookie of those who are signed in.</summary>
    public const string SessionCookie = "sf-session";

    public static void AddPeople(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>(Configure)
            .AddEntityFrameworkStores<CmsDbContext>()
            .AddSignInManager()
            .AddPasswordValidator<PasswordRules>()
            .AddErrorDescriber<FrenchIdentityErrors>()
            .AddDefaultTokenProviders();
        services.AddScoped<ISecurityStampValidator, SessionStamps>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie?.Configure(Cookie));
        // A changed password, a suspension or a role that is taken away ends open sessions at the next request.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromDays(1));
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<PasswordTurns>();
        services.AddScoped<Invitations>();
        services.AddAuthorization();
    }

    private static void Configure(IdentityOptions options)
    {
        AccountTables.Configure(options);
        options.User.RequireUniqueEmail = true;
        options.Password = new PasswordOptions
        {
            RequiredLength = ShortestPassword,
            RequireDigit = false,
            RequireLowercase = false,
            RequireNonAlphanumeric = false,
            RequireUppercase = false,
            RequiredUniqueChars = 4,
        };
        options.Lockout.MaxFailedAccessAttempts = 8;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
    }

    private static void Cookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = SessionCookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
    }
}
