using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace SiteFactory.Cms.Data.People;

/// <summary>Which tables ASP.NET Core Identity keeps; the model and its migrations depend on it.</summary>
public static class AccountTables
{
    /// <summary>With passkeys.</summary>
    public static void Configure(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    /// <summary>For contexts that are made without a host: to write migrations, or in tests of the model.</summary>
    public static DbContextOptionsBuilder UseAccountTables(this DbContextOptionsBuilder builder) =>
        builder.UseApplicationServiceProvider(new ServiceCollection().Configure<IdentityOptions>(Configure).BuildServiceProvider());
}
