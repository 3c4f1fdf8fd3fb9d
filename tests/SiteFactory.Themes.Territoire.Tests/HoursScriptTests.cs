using System.Diagnostics;

namespace SiteFactory.Themes.Territoire.Tests;

/// <summary>"Ouvert maintenant", as the script says it: run by node.</summary>
public sealed class HoursScriptTests
{
    private const string Hours = "Mo 510-720,840-1050;We 510-720;Fr 1140-1440;x 2026-12-24/2026-12-31";

    [Theory]
    [InlineData("2026-11-23T09:00:00+01:00", "Ouvert, jusqu’à 12 h")]
    [InlineData("2026-11-23T12:30:00+01:00", "Fermé, ouvre aujourd’hui à 14 h")]
    [InlineData("2026-11-23T12:00:00+01:00", "Fermé, ouvre aujourd’hui à 14 h")]
    [InlineData("2026-11-24T09:00:00+01:00", "Fermé, ouvre demain à 8 h 30")]
    [InlineData("2026-11-21T09:00:00+01:00", "Fermé, ouvre lundi à 8 h 30")]
    [InlineData("2026-11-27T23:59:00+01:00", "Ouvert, jusqu’à minuit")]
    [InlineData("2026-12-28T09:00:00+01:00", "Fermé, ouvre vendredi à 19 h")]
    [InlineData("2026-06-22T08:29:00+02:00", "Fermé, ouvre aujourd’hui à 8 h 30")]
    [InlineData("2026-06-22T06:30:00Z", "Ouvert, jusqu’à 12 h")]
    public void State_is_said_in_the_territorys_time(string instant, string expected) =>
        Assert.Equal(expected, Run($"stateAt(new Date('{instant}'), '{Hours}', 'Europe/Paris').text"));

    [Theory]
    [InlineData("2026-05-14T10:00:00+02:00", "Fermé aujourd’hui : pont de l’Ascension ; 100 %\u202f; ouvre lundi à 8 h 30")]
    [InlineData("2026-05-18T10:00:00+02:00", "Ouvert, jusqu’à 12 h")]
    public void An_exceptional_closure_says_why(string instant, string expected) =>
        Assert.Equal(expected, Run($"stateAt(new Date('{instant}'), 'Mo 510-720;We 510-720;x 2026-05-14/2026-05-16 pont%20de%20l’Ascension%20%3B%20100%20%25', 'Europe/Paris').text"));

    [Fact]
    public void Place_that_never_opens_is_closed() => Assert.Equal("Fermé actuellement", Run("stateAt(new Date(0), '', 'Europe/Paris').text"));

    private static string Run(string expression)
    {
        var module = Path.Combine(Repository.Root, "themes", "SiteFactory.Themes.Territoire", "Scripts", "hours.js").Replace('\\', '/');
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["TZ"] = "Pacific/Auckland";
        start.ArgumentList.Add("--input-type=module");
        start.ArgumentList.Add("--experimental-default-type=module");
        start.ArgumentList.Add("-e");
        start.ArgumentList.Add($"import {{ stateAt }} from 'file://{module}'; console.log({expression});");
        using var node = Process.Start(start)!;
        var output = node.StandardOutput.ReadToEnd();
        var error = node.StandardError.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, error);
        return output.Trim().Replace('\u00a0', ' ');
    }
}
