using Microsoft.EntityFrameworkCore;
using SiteFactory.Cms.Commands;
using SiteFactory.Cms.Data.People;
using SiteFactory.Cms.Tests.Hosting;

namespace SiteFactory.Cms.Tests.Operations;

public sealed class CommandTests
{
    [Fact]
    public async Task Help_teaches_commands_and_exit_codes()
    {
        var (code, output, _) = await RunAsync("--help");
        Assert.Equal(ExitCodes.Done, code);
        Assert.All(["import", "export", "backup", "restore", "create-admin", "reset-password", "--role", "Codes de sortie"], word => Assert.Contains(word, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--rol=worker")]
    [InlineData("sauvegarder")]
    [InlineData("--role=chef")]
    public async Task What_is_not_understood_is_refused(string argument)
    {
        var (code, _, error) = await RunAsync(argument);
        Assert.Equal(ExitCodes.Usage, code);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_password_opens_the_account_and_closes_the_sessions()
    {
        await using var host = await CmsHost.BorrowAsync();
        using var old = await host.SignedInAsync("camille", null, ("vany", SiteRole.Webmaster), ("chieulles", SiteRole.Webmaster));
        var (code, output, _) = await RunAsync(["reset-password", "camille@example.org", .. host.Arguments]);
        Assert.Equal(ExitCodes.Done, code);
        using var closed = await old.GetAsync("/");
        Assert.StartsWith("/connexion", closed.Headers.Location?.ToString(), StringComparison.Ordinal);
        using var visitor = host.Visitor();
        await visitor.SignInAsync("camille@example.org", Password(output));
        var (unknown, _, error) = await RunAsync(["reset-password", "personne@example.org", .. host.Arguments]);
        Assert.Equal(ExitCodes.Refused, unknown);
        Assert.Contains("personne@example.org", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_is_created()
    {
        await using var host = await CmsHost.BorrowAsync();
        var (code, output, _) = await RunAsync(["create-admin", "chef@example.org", "--name", "Cheffe de projet", .. host.Arguments]);
        Assert.Equal(ExitCodes.Done, code);
        using var visitor = host.Visitor();
        await visitor.SignInAsync("chef@example.org", Password(output));
        Assert.True(await host.InDatabaseAsync(d => d.TerritoryMemberships.AnyAsync(m => m.Role == TerritoryRole.Administrator && d.Users.Any(u => u.Id == m.PersonId && u.DisplayName == "Cheffe de projet"))));
    }

    [Fact]
    public async Task Content_goes_out_by_one_command_and_in_by_another()
    {
        await using var host = await CmsHost.BorrowAsync();
        using var folder = new TemporaryFolder();
        var target = Path.Combine(folder.Path, "sortie");
        Assert.Equal(ExitCodes.Done, (await RunAsync(["export", target, .. host.Arguments])).Code);
        Assert.True(File.Exists(Path.Combine(target, "vany/site.yaml")));
        Assert.Equal(ExitCodes.Refused, (await RunAsync(["export", target, .. host.Arguments])).Code);
        Assert.Equal(ExitCodes.Done, (await RunAsync(["import", target, .. host.Arguments])).Code);
        Assert.Equal(ExitCodes.Refused, (await RunAsync(["import", Path.Combine(folder.Path, "rien"), .. host.Arguments])).Code);
    }

    private static string Password(string output) => output.Split('\n').Single(l => l.StartsWith("Mot de passe", StringComparison.Ordinal)).Split(' ')[^1].Trim();

    internal static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CmsCommandLine.RunAsync(arguments, output, error, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
