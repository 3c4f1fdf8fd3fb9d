using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using NodaTime;
using SiteFactory.Cms.Data;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Editing;

namespace SiteFactory.Cms.Commands;

/// <summary><c>create-admin EMAIL</c> and <c>reset-password EMAIL</c>: for whoever runs the machine, when nobody can sign in.</summary>
internal static class PeopleCommands
{
    // No letter or digit that could be taken for another.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 20;

    public static Command CreateAdmin(SettingOptions settings, TextWriter output)
    {
        var email = new Argument<string>("EMAIL") { Description = CommandTexts.Get("ArgumentEmail") };
        var name = new Option<string?>("--name") { Description = CommandTexts.Get("OptionName"), HelpName = "NAME" };
        var command = new Command("create-admin", CommandTexts.Get("HelpCreateAdmin")) { email, name };
        command.SetAction((parsed, stop) => CmsCommandLine.WithServicesAsync(settings.Arguments(parsed), migrate: true, services => CreateAsync(services, parsed.GetValue(email)!, parsed.GetValue(name), output), stop));
        return command;
    }

    public static Command ResetPassword(SettingOptions settings, TextWriter output)
    {
        var email = new Argument<string>("EMAIL") { Description = CommandTexts.Get("ArgumentEmail") };
        var secondFactor = new Option<bool>("--without-second-factor") { Description = CommandTexts.Get("OptionWithoutSecondFactor") };
        var command = new Command("reset-password", CommandTexts.Get("HelpResetPassword")) { email, secondFactor };
        command.SetAction((parsed, stop) => CmsCommandLine.WithServicesAsync(settings.Arguments(parsed), migrate: true, services => ResetAsync(services, parsed.GetValue(email)!, parsed.GetValue(secondFactor), output), stop));
        return command;
    }

    private static async Task<int> CreateAsync(IServiceProvider services, string email, string? name, TextWriter output)
    {
        var people = services.GetRequiredService<UserManager<Person>>();
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var person = new Person { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), UserName = email, Email = email, EmailConfirmed = true, DisplayName = name ?? email, CreatedAt = now, MustChangePassword = true };
        var password = RandomNumberGenerator.GetString(Alphabet, Length);
        Check(await people.CreateAsync(person, password));
        services.GetRequiredService<CmsDbContext>().TerritoryMemberships.Add(new() { PersonId = person.Id, Role = TerritoryRole.Administrator });
        await TellAsync(services, "administrator-created", person, password, output);
        return ExitCodes.Done;
    }

    private static async Task<int> ResetAsync(IServiceProvider services, string email, bool withoutSecondFactor, TextWriter output)
    {
        var people = services.GetRequiredService<UserManager<Person>>();
        var person = await people.FindByEmailAsync(email) ?? throw new CommandRefusedException(CommandTexts.Format("NoPerson", email));
        var password = RandomNumberGenerator.GetString(Alphabet, Length);
        person.MustChangePassword = true;
        Check(await people.ResetPasswordAsync(person, await people.GeneratePasswordResetTokenAsync(person), password));
        Check(await people.SetLockoutEndDateAsync(person, null));
        if (withoutSecondFactor)
            Check(await people.SetTwoFactorEnabledAsync(person, false));
        await TellAsync(services, "password-reset", person, password, output);
        return ExitCodes.Done;
    }

    private static async Task TellAsync(IServiceProvider services, string action, Person person, string password, TextWriter output)
    {
        services.GetRequiredService<ChangeLog>().Journal(action, null, person.DisplayName);
        await services.GetRequiredService<CmsDbContext>().SaveChangesAsync();
        await output.WriteLineAsync(CommandTexts.Format("NewPassword", person.Email!, password));
    }

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new CommandRefusedException(string.Join(' ', result.Errors.Select(e => e.Description)));
    }
}
