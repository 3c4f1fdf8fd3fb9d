using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Citizens;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Import;
using SiteFactory.Generator.Load;

namespace SiteFactory.Cms.Hosting;

/// <summary>What an empty database gets: tables, the territory's content, and an administrator whose password is shown once.</summary>
public static class FirstStart
{
    /// <summary>The first administrator's sign-in name.</summary>
    public const string AdministratorEmail = "admin@localhost.localdomain";

    // No letter or digit that could be taken for another.
    private const string PasswordAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int PasswordLength = 20;

    /// <summary>Brings the database up to this version and fills it when it is empty.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var options = services.GetRequiredService<IOptions<CmsOptions>>().Value;
        Directory.CreateDirectory(options.Data);
        await DatabaseSetup.MigrateAsync(services, cancellation);
        await PortalSetup.MigrateAsync(services, cancellation);
        if (options.Role == CmsRole.Worker)
            return;
        await using var scope = services.CreateAsyncScope();
        await SeedAsync(scope.ServiceProvider, options, cancellation);
        await AdministratorAsync(scope.ServiceProvider, options, cancellation);
    }

    private static async Task SeedAsync(IServiceProvider services, CmsOptions options, CancellationToken cancellation)
    {
        var database = services.GetRequiredService<CmsDbContext>();
        if (options.Seed.Length == 0 || await database.Territories.AnyAsync(cancellation) || !Directory.Exists(options.Seed))
            return;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FirstStart));
        logger.LogInformation("Filling the empty database from {Folder}…", options.Seed);
        var files = new FileContentFiles(options.Seed);
        var report = await services.GetRequiredService<FolderImport>().RunAsync(files, new DiskMediaStore(files), overwrite: false, cancellation);
        logger.LogInformation("{Sites} sites, {Texts} texts, {Media} media files.", report.Sites, report.Written, report.Media);
    }

    private static async Task AdministratorAsync(IServiceProvider services, CmsOptions options, CancellationToken cancellation)
    {
        var people = services.GetRequiredService<UserManager<Person>>();
        if (await people.Users.AnyAsync(cancellation))
            return;
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var password = RandomNumberGenerator.GetString(PasswordAlphabet, PasswordLength);
        var person = new Person { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), UserName = AdministratorEmail, Email = AdministratorEmail, EmailConfirmed = true, DisplayName = "Administration", CreatedAt = now, MustChangePassword = true };
        var result = await people.CreateAsync(person, password);
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        var database = services.GetRequiredService<CmsDbContext>();
        database.TerritoryMemberships.Add(new() { PersonId = person.Id, Role = TerritoryRole.Administrator });
        await database.SaveChangesAsync(cancellation);
        Tell(options.Address, password);
    }

    // To the terminal alone: a log would keep it.
    private static void Tell(string address, string password) => Console.WriteLine($"""

        Premier démarrage : le compte d’administration est prêt.
          Adresse          {address}/
          Identifiant      {AdministratorEmail}
          Mot de passe     {password}
        Ce mot de passe n’est affiché qu’une fois ; il vous sera demandé d’en choisir un autre.

        """);
}
